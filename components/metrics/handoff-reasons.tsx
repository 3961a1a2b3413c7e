import type { MetricsAnswer } from '@/lib/metrics/metric.schema';
import type { TableData } from './metric-table';
import { ChartSection } from './metrics-page';
import { type ShareBar, ShareBars } from './share-bars';
import type { Behind } from './use-behind-href';

export const reasonMeasures = [
  ...['reason_asked_for_person', 'reason_sensitive_topic', 'reason_not_understood', 'reason_low_confidence'],
  ...['reason_no_answer', 'reason_policy_denied', 'reason_tool_failed', 'reason_not_verified', 'reason_playbook'],
  ...['reason_technical_failure', 'reason_approval_refused', 'reason_switched_off', 'reason_taken_by_person'],
  'reason_handed_over',
];

export type Reason = { key: string; name: string; count: number };

/** Why conversations were first handed over, the most frequent first. */
export function readReasons(answer: MetricsAnswer): Reason[] {
  return reasonMeasures
    .flatMap((key) => {
      const measure = answer.measures[key];
      return measure && (measure.total.value ?? 0) > 0
        ? [{ key, name: measure.name, count: measure.total.value! }]
        : [];
    })
    .sort((a, b) => b.count - a.count);
}

type Props = { title: string; reasons: readonly Reason[]; behind: Behind; shown?: number };

/** Why the assistant passed conversations on: the first of its reasons by name, each with the way to what is behind it. */
export function ReasonsSection({ title, reasons, behind, shown = 5 }: Props) {
  return (
    <ChartSection title={title} says={sayHandedOver(reasons)}>
      {reasons.length > 0 ? (
        <ShareBars bars={reasonBars(reasons, behind, shown)} />
      ) : (
        <p className="py-3 text-ink-3">Nothing was handed over in these days.</p>
      )}
    </ChartSection>
  );
}

export const reasonTable = (reasons: readonly Reason[], behind: Behind): TableData => ({
  title: 'Handoffs by first reason',
  heads: ['Reason', 'Conversations'],
  rows: reasons.map(({ key, name, count }) => [
    name,
    { says: count.toLocaleString('en'), value: count, href: behind({ measure: key }) },
  ]),
});

function sayHandedOver(reasons: readonly Reason[]): string {
  const all = reasons.reduce((sum, { count }) => sum + count, 0);
  return `${all.toLocaleString('en')} ${all === 1 ? 'handoff' : 'handoffs'} by first reason`;
}

/** Those that come first by name, the others as one. */
function reasonBars(all: readonly Reason[], behind: Behind, shown: number): ShareBar[] {
  const whole = all.reduce((sum, { count }) => sum + count, 0);
  const rest = all.slice(shown).reduce((sum, { count }) => sum + count, 0);
  return [
    ...all
      .slice(0, shown)
      .map(({ key, name, count }) => ({ key, name, count, share: count / whole, href: behind({ measure: key }) })),
    ...(rest > 0 ? [{ key: 'rest', name: 'Anything else', count: rest, share: rest / whole }] : []),
  ];
}
