import type { MessageView } from '@/lib/conversations/conversation.schema';

const before = (one: MessageView, other: MessageView): boolean =>
  one.at < other.at || (one.at === other.at && one.id < other.id);

/**
 * What has been read of a conversation so far, and its newest page as the server has it now: one run of messages without a
 * gap. `held` keeps what lies above the page, which moves on as messages come in. Where so many came that the two no longer
 * meet, what was held is let go: what lies between is not known.
 */
export function joinHistory(held: MessageView[], page: MessageView[]): MessageView[] {
  const [first] = page;
  const last = held.at(-1);
  if (!first || !last || before(last, first)) return page;
  return [...held.filter((message) => before(message, first)), ...page];
}
