import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import type { Tx } from '../platform/db';
import type { Conversation } from '../platform/records';
import { appendEvent } from './append-event';
import { lockVisible } from './lock-visible';
import { stampPromise } from './stamp-promise';
import { type Priority, priorityNames } from './triage.schema';

/** Says how soon conversations want an answer: the queue serves the most urgent first. Answers how many changed. */
export async function setPriority(
  person: PersonActor,
  { conversationIds, priority }: { conversationIds: string[]; priority: Priority },
): Promise<{ changed: number }> {
  let changed = 0;
  for (const id of conversationIds)
    if (await lockVisible(person, id, (tx, now) => prioritiseLocked(tx, now, person, priority))) changed++;
  return { changed };
}

/** The same for one, under a lock the caller holds. Answers whether anything changed. */
export async function prioritiseLocked(
  tx: Tx,
  now: Conversation,
  person: PersonActor,
  priority: Priority,
): Promise<boolean> {
  if (now.priority === priority) return false;
  await tx.conversation.update({ where: { id: now.id }, data: { priority } });
  await stampPromise(tx, now.id);
  await appendEvent(tx, now, {
    name: 'prioritised',
    says: `${person.name.split(' ')[0]} set the priority to ${priorityNames[priority].toLowerCase()}`,
    personId: person.id,
  });
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action: 'conversation.prioritise',
    subject: { kind: 'conversation', id: now.id },
    before: { priority: now.priority },
    after: { priority },
  });
  return true;
}
