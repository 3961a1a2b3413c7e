import { formatFigure } from '@/lib/format/format-figure';
import type { MetricsAnswer } from '@/lib/metrics/metric.schema';
import type { CompareCell, CompareRow } from '../compare-table';
import type { Behind } from '../use-behind-href';

const rows: [string, string, string][] = [
  ['Closed', 'closed_assistant', 'closed_agents'],
  ['CSAT', 'csat_assistant', 'csat_agents'],
  ['First contact', 'first_contact_assistant', 'first_contact_agents'],
];

/** What the assistant brought about alone and what people had a part in, never added; with how many rated of each. */
export function compareSides({ measures }: MetricsAnswer, behind: Behind): CompareRow[] {
  const cell = (key: string): CompareCell => {
    const measure = measures[key];
    if (!measure) return { says: '–' };
    return {
      says: formatFigure(measure.unit, measure.total.value),
      title: `${measure.says} Measured on ${measure.total.n.toLocaleString('en')}.`,
      href: behind({ measure: key, counted: 'of' }),
    };
  };
  const rated = (key: string): CompareCell => ({
    says: formatFigure('count', measures[key]?.total.n ?? 0),
    href: behind({ measure: key, counted: 'of' }),
  });
  const compared: CompareRow[] = rows.map(([name, assistant, agents]) => ({
    name,
    assistant: cell(assistant),
    agents: cell(agents),
  }));
  return compared.toSpliced(2, 0, {
    name: 'Ratings',
    assistant: rated('csat_assistant'),
    agents: rated('csat_agents'),
  });
}
