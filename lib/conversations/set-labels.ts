import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Conversation } from '../platform/records';
import { appendEvent } from './append-event';
import { lockVisible } from './lock-visible';

export type LabelChange = { add: string[]; remove: string[] };

/** More than anybody reads on one conversation. */
const mostLabels = 20;

/** Puts labels on conversations and takes others off. Answers how many changed. Throws `not_found`, `invalid`. */
export async function setLabels(
  person: PersonActor,
  { conversationIds, add, remove }: LabelChange & { conversationIds: string[] },
): Promise<{ changed: number }> {
  let changed = 0;
  for (const id of conversationIds)
    if (await lockVisible(person, id, (tx, now) => labelLocked(tx, now, person, { add, remove }))) changed++;
  return { changed };
}

/** The same for one, under a lock the caller holds. Answers whether anything changed. */
export async function labelLocked(
  tx: Tx,
  now: Conversation,
  person: PersonActor,
  { add, remove }: LabelChange,
): Promise<boolean> {
  const added = [...new Set(add)].filter((id) => !now.labelIds.includes(id));
  const removed = [...new Set(remove)].filter((id) => now.labelIds.includes(id));
  if (added.length + removed.length === 0) return false;
  const names = await readLabelNames(tx, [...added, ...removed]);
  if (added.some((id) => !names.has(id))) throw new AppError('not_found', 'There is no such label.');
  const labelIds = [...now.labelIds.filter((id) => !removed.includes(id)), ...added];
  if (labelIds.length > mostLabels) throw new AppError('invalid', `labels: at most ${mostLabels} on one conversation.`);
  await tx.conversation.update({ where: { id: now.id }, data: { labelIds } });
  const say = (ids: string[]) => ids.map((id) => names.get(id) ?? 'a label').join(', ');
  const parts = [added.length > 0 && `added ${say(added)}`, removed.length > 0 && `removed ${say(removed)}`];
  await appendEvent(tx, now, {
    name: 'labelled',
    says: `${person.name.split(' ')[0]} ${parts.filter(Boolean).join(' and ')}`,
    personId: person.id,
  });
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action: 'conversation.label',
    subject: { kind: 'conversation', id: now.id },
    before: { labelIds: now.labelIds },
    after: { labelIds },
  });
  return true;
}

async function readLabelNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const labels = await tx.label.findMany({ where: { id: { in: ids.filter(isId) } } });
  return new Map(labels.map(({ id, name }) => [id, name]));
}
