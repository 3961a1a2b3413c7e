import { ArrowDown, ArrowUp, Equal, HelpCircle } from 'lucide-react';
import { formatChange } from '@/lib/format/format-figure';
import type { Compared } from '@/lib/worth/worth.schema';
import { judge, sayChange, saySure, sayValue, type Verdict } from './say-comparison';

const looks: Record<Exclude<Verdict, null>, { says: string; look: string }> = {
  better: { says: 'Better', look: 'text-solved-text' },
  worse: { says: 'Worse', look: 'text-danger-text' },
  same: { says: 'The same', look: 'text-ink-2' },
  unsure: { says: 'Too little to tell', look: 'text-ink-2' },
};

/** Before beside now: what changed, what is left of it in the mix of before, how sure it is, and where they are not counted alike. */
export function ComparisonTable({ rows }: { rows: readonly Compared[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="overflow-x-auto" tabIndex={0} aria-label="Before and after, table">
      <table className="w-full text-left">
        <thead className="text-meta text-ink-3">
          <tr className="h-8 border-b border-line">
            <th className="font-text">Measure</th>
            <th className="pl-4 text-right font-text">Before</th>
            <th className="pl-4 text-right font-text">Now</th>
            <th className="pl-4 text-right font-text">Change</th>
            <th className="pl-4 text-right font-text whitespace-nowrap">In the mix of before</th>
            <th className="pl-6 font-text">What it says</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: Compared }) {
  const verdict = judge(row);
  const change = sayChange(row);
  const way = formatChange(row.unit, row.now.value, row.before.value)?.way;
  const Icon = verdict === 'unsure' ? HelpCircle : way === 'up' ? ArrowUp : way === 'down' ? ArrowDown : Equal;
  return (
    <tr className="border-b border-line align-baseline">
      <th scope="row" className="py-2 font-medium whitespace-nowrap">
        {row.name}
      </th>
      <td className="py-2 pl-4 text-right whitespace-nowrap text-ink-2 tabular-nums">
        {sayValue(row.unit, row.before.value)}
      </td>
      <td className="py-2 pl-4 text-right font-medium whitespace-nowrap tabular-nums">
        {sayValue(row.unit, row.now.value)}
      </td>
      <td className="py-2 pl-4 text-right whitespace-nowrap tabular-nums">{change ?? '–'}</td>
      <td className="py-2 pl-4 text-right whitespace-nowrap tabular-nums">{sayValue(row.unit, row.adjusted)}</td>
      <td className="min-w-64 py-2 pl-6">
        {verdict && (
          <p className={`flex items-center gap-1 font-medium ${looks[verdict].look}`}>
            <Icon size={14} strokeWidth={2} aria-hidden />
            {looks[verdict].says}
          </p>
        )}
        <p className="text-meta text-ink-3 tabular-nums">{saySure(row)}</p>
        {row.note && <p className="text-meta text-pretty text-ink-3">{row.note}</p>}
      </td>
    </tr>
  );
}
