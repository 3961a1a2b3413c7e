import { Link } from '@/components/ui/link';
import { formatFigure } from '@/lib/format/format-figure';
import type { EscalationView } from '@/lib/levels/level.schema';

/** A dash and how many are missing, rather than a share of a handful. */
export function EscalationList({ escalation }: { escalation: EscalationView }) {
  const rows: [string, string, number | null, number][] = [
    ['Precision', 'Passed on and needed ÷ passed on', escalation.precision, escalation.judgedEscalated],
    ['Recall', 'Needed and passed on ÷ needed', escalation.recall, escalation.judgedOthers],
  ];
  return (
    <table className="w-full text-left">
      <tbody>
        {rows.map(([name, title, value, judged]) => (
          <tr key={name} className="h-8 border-t border-line">
            <th scope="row" className="font-text text-ink-2" title={title}>
              {name}
            </th>
            <td className="text-right text-meta text-ink-3 tabular-nums">{judged.toLocaleString('en')} judged</td>
            <td className="w-20 text-right font-medium tabular-nums">{formatFigure('share', value)}</td>
          </tr>
        ))}
        {escalation.waiting > 0 && (
          <tr className="h-8 border-t border-line">
            <td colSpan={3}>
              <Link href="/metrics/levels" className="text-accent-text hover:underline">
                {escalation.waiting === 1
                  ? 'One sample waits'
                  : `${escalation.waiting.toLocaleString('en')} samples wait`}{' '}
                to be judged
              </Link>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
