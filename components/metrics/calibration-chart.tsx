import { Link } from '@/components/ui/link';
import type { ConfidenceAnswer } from '@/lib/metrics/metric.schema';
import { useBehindHref } from './use-behind-href';

type Bin = ConfidenceAnswer['bins'][number];
const ticks = [0, 0.25, 0.5, 0.75, 1];
const room = { left: 44, bottom: 24, top: 8, right: 8 };
/** The counts of turns stand in the lowest part of the chart. */
const countsPart = 0.14;

/**
 * How sure it said it was against how often it was right: a point for each twentieth where anything was reviewed, with what 95 of
 * 100 samples would show, and below how many turns there were. A point opens what was reviewed; the numbers are in the table view.
 */
export function CalibrationChart({ bins, height = 216 }: { bins: readonly Bin[]; height?: number }) {
  const behind = useBehindHref();
  const low = chooseLow(bins);
  const x = (value: number) => `${((value - low) / (1 - low)) * 100}%`;
  const y = (value: number) => `${value * 100}%`;
  const most = Math.max(...bins.map(({ turns }) => turns), 1);
  const shown = bins.filter(({ to }) => to > low + 1e-9);
  const found = shown.filter(({ reviewed }) => reviewed > 0);
  const steps = ticks.filter((tick) => tick >= low - 1e-9);
  return (
    <figure aria-label="Said against found" className="relative" style={{ height }}>
      <div aria-hidden className="absolute" style={{ ...room }}>
        {ticks.map((tick) => (
          <div key={tick} className="absolute inset-x-0 border-t border-chart-grid" style={{ bottom: y(tick) }}>
            <span className="absolute right-full -translate-y-1/2 pr-2 text-meta whitespace-nowrap text-ink-2 tabular-nums">
              {Math.round(tick * 100)}%
            </span>
          </div>
        ))}
        {steps.map((tick) => (
          <span
            key={tick}
            className="absolute top-full -translate-x-1/2 pt-1.5 text-meta whitespace-nowrap text-ink-2 tabular-nums"
            style={{ left: x(tick) }}
          >
            {tick.toFixed(2)}
          </span>
        ))}
        {shown.map((bin) => (
          <div
            key={bin.from}
            title={`${bin.turns.toLocaleString('en')} turns between ${bin.from.toFixed(2)} and ${bin.to.toFixed(2)}`}
            className="absolute bottom-0 bg-chart-previous opacity-60"
            style={{
              left: `calc(${x(bin.from)} + 1px)`,
              width: `calc(${((bin.to - bin.from) / (1 - low)) * 100}% - 2px)`,
              height: `${(bin.turns / most) * countsPart * 100}%`,
            }}
          />
        ))}
        <svg className="absolute inset-0 size-full overflow-visible" role="presentation">
          <line
            x1="0%"
            y1={y(1 - low)}
            x2="100%"
            y2="0%"
            stroke="var(--chart-target)"
            strokeDasharray="2.5 3"
            strokeWidth={1}
          />
          {found.map((bin) => (
            <g key={bin.from}>
              <line
                x1={x(bin.said!)}
                x2={x(bin.said!)}
                y1={y(1 - bin.low!)}
                y2={y(1 - bin.high!)}
                stroke="var(--chart-2)"
                strokeWidth={1.5}
                opacity={0.6}
              />
              <circle cx={x(bin.said!)} cy={y(1 - bin.found!)} r={4} fill="var(--chart-2)" />
            </g>
          ))}
        </svg>
        <span className="absolute text-meta text-ink-2" style={{ left: 8, top: -2 }}>
          Dashed: as often right as it says
        </span>
      </div>
      <div className="absolute" style={{ ...room }}>
        {found.map((bin) => (
          <Link
            key={bin.from}
            href={behind({ measure: 'right', counted: 'of', confidence: { from: bin.from, to: bin.to } })}
            aria-label={sayPoint(bin)}
            title={sayPoint(bin)}
            className="absolute size-6 -translate-1/2 rounded-full"
            style={{ left: x(bin.said!), top: y(1 - bin.found!) }}
          />
        ))}
      </div>
    </figure>
  );
}

const sayPoint = ({ said, found, reviewed }: Bin) =>
  `Said ${said!.toFixed(2)}, found ${Math.round(found! * 100)}% of ${reviewed.toLocaleString('en')} reviewed`;

/** Where nearly nothing is, the axis does not go. */
function chooseLow(bins: readonly Bin[]): number {
  const first = bins.find(({ turns, reviewed }) => turns > 0 || reviewed > 0);
  return Math.min(0.75, Math.floor((first?.from ?? 0) * 4 + 1e-9) / 4);
}
