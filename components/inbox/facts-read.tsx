'use client';

import { useNow } from '@/components/ui/use-now';
import type { ActionView } from '@/lib/conversations/conversation.schema';
import { formatClockSeconds } from '@/lib/format/format-time';
import { ContextSection, Fact, Facts } from './context-section';

/** What an action was decided on, and when that was read. */
export function FactsRead({ action }: { action: Pick<ActionView, 'facts' | 'factsReadAt'> }) {
  const now = useNow();
  if (action.facts.length === 0) return null;
  return (
    <ContextSection
      name="Facts"
      title="Facts, from the shop"
      meta={now > 0 && action.factsReadAt && `read at ${formatClockSeconds(action.factsReadAt)}`}
    >
      <Facts wide>
        {action.facts.map(({ label, value }) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
      </Facts>
    </ContextSection>
  );
}
