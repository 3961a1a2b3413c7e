import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { databaseNow } from '../platform/clock';
import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Conversation } from '../platform/records';
import { appendEvent } from './append-event';
import { lockVisible } from './lock-visible';
import { stampPromise } from './stamp-promise';
import { awake } from './wake-conversation';

/** `until` null: until the customer replies. They wake it before its time too. */
export type Snooze = { conversationId: string; until: Date | null };

/** Nobody plans further at a desk, and a typing mistake must not make a customer wait for a decade. */
const mostDays = 400;

/** Puts a conversation to sleep: it leaves every view but Snoozed until its time comes or the customer replies. Throws `conflict`, `invalid`. */
export function snoozeConversation(person: PersonActor, { conversationId, until }: Snooze): Promise<void> {
  return lockVisible(person, conversationId, (tx, now) => snoozeLocked(tx, now, person, until));
}

/** The same under a lock the caller holds. */
export async function snoozeLocked(tx: Tx, now: Conversation, person: PersonActor, until: Date | null): Promise<void> {
  if (now.state === 'closed')
    throw new AppError('conflict', 'This conversation is solved. There is nothing to snooze.');
  if (now.holder === 'assistant')
    throw new AppError('conflict', 'The assistant has this conversation. Take it before you snooze it.');
  const at = await databaseNow(tx);
  if (until && until.getTime() <= at.getTime()) throw new AppError('invalid', 'until: is in the past.');
  if (until && until.getTime() > at.getTime() + mostDays * 24 * 3_600_000)
    throw new AppError('invalid', `until: is more than ${mostDays} days away.`);
  await tx.conversation.update({
    where: { id: now.id },
    data: { snoozedAt: at, snoozedUntil: until, snoozedBy: person.id },
  });
  await stampPromise(tx, now.id);
  await appendEvent(tx, now, {
    name: 'snoozed',
    says: `${person.name.split(' ')[0]} snoozed it${until ? '' : ' until the customer replies'}`,
    personId: person.id,
    more: until ? { until: until.toISOString() } : {},
  });
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action: 'conversation.snooze',
    subject: { kind: 'conversation', id: now.id },
    before: { snoozedAt: now.snoozedAt, snoozedUntil: now.snoozedUntil },
    after: { snoozedAt: at, snoozedUntil: until },
  });
}

/** Ends a sleep by hand. What is awake stays so. */
export function unsnoozeConversation(person: PersonActor, conversationId: string): Promise<void> {
  return lockVisible(person, conversationId, async (tx, now) => {
    if (!now.snoozedAt) return;
    await tx.conversation.update({ where: { id: now.id }, data: awake });
    await stampPromise(tx, now.id);
    await appendEvent(tx, now, {
      name: 'woke',
      says: `${person.name.split(' ')[0]} woke it`,
      personId: person.id,
    });
  });
}
