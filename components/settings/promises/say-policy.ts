import type { Fits, PolicyInput } from '@/lib/conversations/sla.schema';
import { type Priority, priorityNames } from '@/lib/conversations/triage.schema';
import { formatSpan } from '@/lib/format/format-time';
import { channelName } from '@/lib/format/name-channel';

type Named = { id: string; name: string };

/** "Urgent, Summit, Billing", or "Everything". */
export function sayFits({ priorities, tiers, teamIds, channels }: Fits, teams: readonly Named[]): string {
  const parts = [
    ...priorities.map((one) => priorityNames[one as Priority]),
    ...tiers,
    ...teamIds.map((id) => teams.find((team) => team.id === id)?.name ?? 'a team that is gone'),
    ...channels.map(channelName),
  ];
  return parts.length === 0 ? 'Everything' : parts.join(', ');
}

type Times = Pick<PolicyInput, 'firstReplyMinutes' | 'nextReplyMinutes' | 'resolveMinutes'>;

/** "first reply within 1 h, each next one within 1 h, solved within 2 d". */
export function sayTimes({ firstReplyMinutes, nextReplyMinutes, resolveMinutes }: Times): string {
  const span = (minutes: number) => formatSpan(minutes * 60_000);
  return [
    firstReplyMinutes && `first reply within ${span(firstReplyMinutes)}`,
    nextReplyMinutes && `each next one within ${span(nextReplyMinutes)}`,
    resolveMinutes && `solved within ${span(resolveMinutes)}`,
  ]
    .filter(Boolean)
    .join(', ');
}
