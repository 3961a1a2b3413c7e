import { formatMicros } from '@/lib/format/format-micros';
import type { Costs } from '@/lib/models/model.schema';

type Props = { title: string; rows: Costs['byStep']; none?: string };

/** Where it went, the most first; where nothing has a price, by how often it was asked. */
export function CostList({ title, rows, none = 'Nothing.' }: Props) {
  const free = rows.every(({ costMicros }) => costMicros === 0);
  const weigh = ({ calls, costMicros }: Costs['byStep'][number]) => (free ? calls : costMicros);
  const most = Math.max(1, ...rows.map(weigh));
  return (
    <section aria-label={title} className="min-w-0">
      {rows.length === 0 ? (
        <>
          <h3 className="font-strong">{title}</h3>
          <p className="mt-1 text-ink-3">{none}</p>
        </>
      ) : (
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">{title}</caption>
          <colgroup>
            <col />
            <col className="w-20" />
            <col className="w-14" />
          </colgroup>
          <thead>
            <tr className="border-b border-line text-meta text-ink-3 [&>th]:pb-1.5 [&>th]:font-text">
              <th scope="col" className="text-left text-work font-strong! text-ink-1">
                {title}
              </th>
              <th scope="col" className="text-right">
                Cost
              </th>
              <th scope="col" className="text-right">
                Calls
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-1.5 pr-3 text-left font-text">
                  <span className="block truncate" title={row.name}>
                    {row.name}
                  </span>
                  <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-[2px]">
                    <span
                      className="block h-full min-w-0.5 rounded-[2px] bg-chart-2"
                      style={{ width: `${(weigh(row) / most) * 100}%` }}
                    />
                  </span>
                </th>
                <td className="align-top py-1.5 text-right font-medium tabular-nums">{formatMicros(row.costMicros)}</td>
                <td className="align-top py-1.5 text-right text-ink-3 tabular-nums">
                  {row.calls.toLocaleString('en-US')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
