import { Link } from '@/components/ui/link';
import { formatFigure } from '@/lib/format/format-figure';
import type { MetricsAnswer } from '@/lib/metrics/metric.schema';
import { SidesHead } from './compare-table';
import { useCounting } from './counting';
import type { Behind } from './use-behind-href';

/** What is told of it: of the assistant, of agents, and of agents in the working hours of the team. */
const rows: [string, string | null, string, string | null][] = [
  ['First reply', 'first_reply_assistant', 'first_reply_agents', 'first_reply_working'],
  ['Wait for agents', null, 'wait_for_agents', 'wait_working'],
  ['Resolution', 'resolution_time_assistant', 'resolution_time_agents', 'resolution_time_working'],
  ['Handle, mean', 'handle_time_assistant', 'handle_time_agents', null],
];

/** Medians, and below each what nine in ten stay under; the assistant and agents apart, and working hours where teams have some. */
export function TimesTable({ answer, behind }: { answer: MetricsAnswer; behind: Behind }) {
  const { workingHours } = useCounting();
  const cell = (key: string | null) => {
    const measure = key ? answer.measures[key] : undefined;
    const ninety = key ? answer.measures[`${key}_p90`] : undefined;
    if (!measure || measure.total.value === null) return <td className="pl-3 text-right text-ink-3">–</td>;
    return (
      <td className="pl-3 text-right whitespace-nowrap tabular-nums">
        <Link
          href={behind({ measure: measure.key, counted: 'of' })}
          title={measure.says}
          className="rounded-corner-small hover:underline"
        >
          {formatFigure('milliseconds', measure.total.value)}
        </Link>
        {ninety && (
          <span className="block text-meta text-ink-3">{formatFigure('milliseconds', ninety.total.value)}</span>
        )}
      </td>
    );
  };
  return (
    <table className="w-full text-left">
      <SidesHead working={workingHours} />
      <tbody>
        {rows.map(([name, assistant, agents, working]) => (
          <tr key={name} className="h-11 border-t border-line">
            <th scope="row" className="font-text text-ink-2">
              {name}
            </th>
            {cell(assistant)}
            {cell(agents)}
            {workingHours && cell(working)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
