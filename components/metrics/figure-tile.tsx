import { ArrowDown, ArrowUp, Check, TriangleAlert } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { formatFigure, sayTarget } from '@/lib/format/format-figure';
import { tellChange } from '@/lib/format/tell-change';
import type { MeasureAnswer } from '@/lib/metrics/metric.schema';
import { Sparkline } from './sparkline';

type Tile = {
  measure: MeasureAnswer;
  /** Instead of the measure's own name. */
  label?: string;
  /** Whose figure it is: the assistant's line is violet. */
  tone?: 'people' | 'assistant';
  /** The conversations behind it. */
  href?: string;
};

/** A measure at a glance: the figure, how it moved, its line beside the one before and the target, and whether that is met. */
export function FigureTile({ measure, label, tone = 'people', href }: Tile) {
  const { name, unit, better, target, total, series, previousSeries, says } = measure;
  const figure = formatFigure(unit, total.value, { short: true });
  const exact = formatFigure(unit, total.value);
  return (
    <>
      <h3 className="truncate text-meta text-ink-2" title={says}>
        {label ?? name}
      </h3>
      <p className="flex items-baseline gap-2 whitespace-nowrap">
        <span className="text-figure font-strong tracking-(--tracking-figure) tabular-nums">
          {href && total.n > 0 ? (
            <Link
              href={href}
              aria-label={`${label ?? name}: ${exact}, the conversations behind it`}
              className="rounded-corner-small hover:underline decoration-line-strong decoration-2 underline-offset-4"
            >
              {figure}
            </Link>
          ) : (
            figure
          )}
        </span>
        <Change measure={measure} />
      </p>
      <Sparkline
        values={series.map(({ value }) => value)}
        previous={previousSeries?.map(({ value }) => value) ?? null}
        target={target}
        tone={tone}
      />
      <TargetLine unit={unit} value={total.value} target={target} better={better} />
    </>
  );
}

/** Tiles side by side with hairlines between. */
export function FigureTiles({ tiles }: { tiles: Tile[] }) {
  return (
    <div className="overflow-hidden border-y border-line">
      <div
        style={{ '--tiles': tiles.length } as React.CSSProperties}
        className="-ml-4 grid grid-cols-2 pane:grid-cols-3 desk:ml-0 desk:grid-cols-[repeat(var(--tiles),minmax(0,1fr))]"
      >
        {tiles.map((tile) => (
          <div
            key={tile.measure.key}
            className="min-w-0 border-l border-line py-3 pr-4 pl-4 desk:first:border-l-0 desk:first:pl-0 desk:last:pr-0"
          >
            <FigureTile {...tile} />
          </div>
        ))}
      </div>
    </div>
  );
}

const tones = { good: 'text-solved-text', bad: 'text-danger-text', plain: 'text-ink-2' } as const;

/** By how much a figure moved: green where that is better, red where it is worse, neither within chance; the arrow says which way. */
export function Change({ measure }: { measure: Parameters<typeof tellChange>[0] }) {
  const change = tellChange(measure);
  if (!change) return null;
  if (change.way === 'same') return <span className="truncate text-meta text-ink-3">{change.says}</span>;
  const Arrow = change.way === 'up' ? ArrowUp : ArrowDown;
  return (
    <span className={`inline-flex items-center gap-0.5 text-meta font-medium tabular-nums ${tones[change.tone]}`}>
      <Arrow size={12} strokeWidth={2} aria-label={change.way === 'up' ? 'up by' : 'down by'} role="img" />
      {change.says}
    </span>
  );
}

type TargetProps = Pick<MeasureAnswer, 'unit' | 'target' | 'better'> & { value: number | null };

/** “Target 82%, 0.8 short”, with its sign; an empty line where none is set, so that tiles stay level. */
export function TargetLine({ unit, value, target, better }: TargetProps) {
  if (target === null) return <p className="h-4" />;
  const { met, says } = sayTarget(unit, value, target, better);
  const Sign = met === false ? TriangleAlert : Check;
  return (
    <p className="flex items-center gap-1.5 text-meta whitespace-nowrap text-ink-2">
      {met !== null && (
        <Sign
          size={12}
          strokeWidth={2}
          aria-label={met ? 'met:' : 'missed:'}
          role="img"
          className={met ? 'flex-none text-solved-text' : 'flex-none text-attention-text'}
        />
      )}
      <span className="truncate">{says}</span>
    </p>
  );
}
