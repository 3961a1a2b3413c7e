import type { Assumptions, Sensitivity } from './compute-return';
import { wholeDollars } from './say-return';

const names: Partial<Record<keyof Assumptions, string>> = {
  tickets: 'Tickets a month',
  deflection: 'Deflection',
  human: 'Cost of a ticket, people',
  automated: 'Cost of a ticket, assistant',
  platform: 'Platform',
  setup: 'Set-up',
};

/** From the lowest to the highest total that turning one assumption makes, the longest first. */
export function SensitivityBars({ turned, total }: { turned: readonly Sensitivity[]; total: number }) {
  const ends = [...turned.flatMap(({ low, high }) => [low, high]), total];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const at = (value: number) => (most === least ? 50 : ((value - least) / (most - least)) * 100);
  return (
    <table className="w-full text-left">
      <thead className="sr-only">
        <tr>
          <th scope="col">Assumption</th>
          <th scope="col">Range</th>
          <th scope="col">Lowest return</th>
          <th scope="col">Highest return</th>
        </tr>
      </thead>
      <tbody>
        {turned.map(({ key, low, high }) => {
          const [from, to] = [Math.min(low, high), Math.max(low, high)];
          return (
            <tr key={key} className="h-8">
              <th scope="row" className="w-44 pr-3 font-text text-ink-2 max-pane:w-32">
                {names[key]}
              </th>
              <td className="relative">
                <span
                  aria-hidden
                  className="absolute top-3 h-2 rounded-[1.5px] bg-chart-1"
                  style={{ left: `${at(from)}%`, width: `max(2px, ${at(to) - at(from)}%)` }}
                />
                <span
                  aria-hidden
                  className="absolute top-1.5 h-5 border-l border-dashed border-chart-target"
                  style={{ left: `${at(total)}%` }}
                />
              </td>
              <td className="w-24 pl-3 text-right text-ink-2 tabular-nums">{wholeDollars(from)}</td>
              <td className="w-24 pl-3 text-right tabular-nums">{wholeDollars(to)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
