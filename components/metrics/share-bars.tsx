import { Link } from '@/components/ui/link';
import { type FigureUnit, formatFigure } from '@/lib/format/format-figure';

export type ShareBar = {
  key: string;
  name: string;
  count: number;
  share: number;
  href?: string /** A token, instead of the one of all. */;
  colour?: string;
};

type Props = {
  bars: readonly ShareBar[];
  tone?: 'people' | 'assistant' /** After the point of a percent. */;
  digits?: number /** Of `count`. */;
  unit?: FigureUnit;
};

/** Shares of a whole as bars beside their names, with percent and count; each opens what is behind it. */
export function ShareBars({ bars, tone = 'assistant', digits = 0, unit = 'count' }: Props) {
  const longest = Math.max(...bars.map(({ share }) => share), 0.01);
  return (
    <table className="w-full text-left">
      <thead className="sr-only">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Share</th>
          <th scope="col">{unit === 'count' ? 'Conversations' : 'Amount'}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, name, count, share, href, colour }) => (
          <tr key={key} className="group relative h-8">
            <th scope="row" className="w-[57%] max-w-0 truncate pr-3 font-text text-ink-2">
              {href && count > 0 ? (
                <Link
                  href={href}
                  title={name}
                  className="after:absolute after:inset-0 after:rounded-corner-small group-hover:underline focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
                >
                  {name}
                </Link>
              ) : (
                name
              )}
            </th>
            <td className="pr-3">
              <span className="flex items-center">
                <span
                  aria-hidden
                  style={{ width: `${(share / longest) * 100}%`, ...(colour ? { background: `var(${colour})` } : {}) }}
                  className={`block h-1.5 min-w-0.5 rounded-[1.5px] ${tone === 'assistant' ? 'bg-chart-2' : 'bg-chart-1'}`}
                />
              </span>
            </td>
            <td className="w-10 text-right font-medium tabular-nums">
              {count > 0 && share * 100 < 0.5 && digits === 0 ? '<1' : (share * 100).toFixed(digits)}%
            </td>
            <td className={`pl-2 text-right text-ink-2 tabular-nums ${unit === 'count' ? 'w-14' : 'w-18'}`}>
              {formatFigure(unit, count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
