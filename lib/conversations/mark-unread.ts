import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { lockVisible } from './lock-visible';

/** Puts it back among what nobody has looked at, to be met again. */
export function markUnread(person: PersonActor, id: string): Promise<void> {
  return lockVisible(person, id, async (tx) => {
    await tx.conversation.update({ where: { id }, data: { readAt: null } });
    await recordEvent(tx, 'conversation.changed', { conversationId: id });
  });
}
