import { Link } from '@/components/ui/link';
import { formatFigure } from '@/lib/format/format-figure';
import type { MeasureAnswer } from '@/lib/metrics/metric.schema';
import { Change } from './figure-tile';

type Row = { measure: MeasureAnswer; name?: string; href?: string };

/** Figures under each other, each with how it moved and the way to what is behind it. */
export function NumberList({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="mt-2">
      {rows.map(({ measure, name, href }) => (
        <div key={measure.key} className="flex h-8 items-center gap-3 border-t border-line">
          <dt className="min-w-0 flex-1 truncate text-ink-2" title={measure.says}>
            {name ?? measure.name}
          </dt>
          <dd className="flex items-center gap-2">
            <Change measure={measure} />
            <span className="min-w-16 text-right font-medium tabular-nums">
              {href && measure.total.value !== null ? (
                <Link href={href} className="rounded-corner-small hover:underline">
                  {formatFigure(measure.unit, measure.total.value)}
                </Link>
              ) : (
                formatFigure(measure.unit, measure.total.value)
              )}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
