import { z } from 'zod';
import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { db, inTransaction, Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Conversation } from '../platform/records';
import { appendEvent } from './append-event';
import { takeLocked } from './hold-conversation';
import { findVisible } from './list-conversations';
import { lockConversation } from './lock-conversation';
import { moveConversation } from './move-conversation';
import { stampPromise } from './stamp-promise';

export type Merge = { sourceId: string; targetId: string };

/** How the source stood, kept with its line in the log so that it can stand so again. */
const beforeSchema = z.object({
  holder: z.enum(['assistant', 'queue', 'agent']),
  state: z.enum(['open', 'closed']),
  agentId: z.string().nullable(),
});

/**
 * Makes one conversation part of another of the same customer: its messages show there, and what the customer writes into it goes there.
 * Nothing is copied or moved, so that it can be taken apart again. Throws `not_found`, `conflict`, `invalid`.
 */
export async function mergeConversations(person: PersonActor, { sourceId, targetId }: Merge): Promise<void> {
  if (sourceId === targetId) throw new AppError('invalid', 'A conversation cannot be merged into itself.');
  await findVisible(person, sourceId);
  await findVisible(person, targetId);
  await inTransaction(async (tx) => {
    const [source, target] = await lockBoth(tx, sourceId, targetId);
    await assertMergeable(tx, source, target);

    const before = beforeSchema.parse(source);
    const first = person.name.split(' ')[0];
    await appendEvent(tx, source, {
      name: 'merged',
      says: `${first} merged it into #${target.number}`,
      personId: person.id,
      more: { into: targetId, before },
    });
    if (source.state === 'open')
      await moveConversation(tx, source, {
        move: { kind: 'close' },
        actor: { kind: 'person', id: person.id },
        says: null,
      });
    await tx.conversation.update({ where: { id: sourceId }, data: { mergedIntoId: targetId } });
    await tx.conversation.updateMany({ where: { mergedIntoId: sourceId }, data: { mergedIntoId: targetId } });
    // Whoever had the one goes on with both, and the assistant never goes on alone in what people already have.
    const ranks = { assistant: 0, queue: 1, agent: 2 };
    if (before.state === 'open' && ranks[before.holder] > ranks[target.holder]) await takeLocked(tx, target, person);
    await takeOver(tx, source, target);
    await appendEvent(tx, target, {
      name: 'merged',
      says: `${first} merged #${source.number} into it`,
      personId: person.id,
      more: { from: sourceId },
    });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'conversation.merge',
      subject: { kind: 'conversation', id: sourceId },
      before,
      after: { mergedIntoId: targetId },
    });
  });
}

async function assertMergeable(tx: Tx, source: Conversation, target: Conversation): Promise<void> {
  if (source.customerId !== target.customerId)
    throw new AppError('invalid', 'These are two customers. Merge the customers first if they are one.');
  if (source.mergedIntoId || target.mergedIntoId)
    throw new AppError('conflict', 'One of them is part of another conversation already.');
  if (target.state === 'closed') throw new AppError('conflict', `#${target.number} is solved. Reopen it first.`);
  // Whoever only says they are this customer would read what the real one is told.
  if (source.verified !== target.verified)
    throw new AppError('conflict', 'Only one of them comes from a verified sender. They cannot be merged.');
  const waits = await tx.action.count({
    where: { conversationId: source.id, status: { in: ['waiting_approval', 'approved', 'started', 'unknown'] } },
  });
  if (waits > 0)
    throw new AppError('conflict', `An action of #${source.number} is not decided or not done. Wait for it first.`);
}

/** The target waits as long, and is as urgent, as either was; the labels of both stand on it. */
async function takeOver(tx: Tx, source: Conversation, target: Conversation): Promise<void> {
  const open = source.state === 'open';
  await tx.conversation.update({
    where: { id: target.id },
    data: {
      labelIds: [...new Set([...target.labelIds, ...source.labelIds])],
      ...(open ? { priority: Math.min(source.priority, target.priority) } : {}),
    },
  });
  if (open && source.waitingSince)
    await tx.$executeRaw`
      UPDATE "Conversation" SET "waitingSince" = least("waitingSince", ${source.waitingSince})
      WHERE id = ${target.id}::uuid AND holder <> 'assistant'`;
  await tx.$executeRaw`
    UPDATE "Conversation" SET "lastMessageAt" = greatest("lastMessageAt", ${source.lastMessageAt}) WHERE id = ${target.id}::uuid`;
  await stampPromise(tx, target.id);
}

/** Always in one order, or two people who merge them both ways would wait for each other. */
async function lockBoth(tx: Tx, sourceId: string, targetId: string): Promise<[Conversation, Conversation]> {
  for (const id of [sourceId, targetId].sort()) await lockConversation(tx, id);
  return [await lockConversation(tx, sourceId), await lockConversation(tx, targetId)];
}

/** Takes a merged conversation out again, to stand as it stood. What was written since stays where it was written. */
export async function unmergeConversation(person: PersonActor, sourceId: string): Promise<void> {
  await findVisible(person, sourceId);
  const { mergedIntoId: targetId } = await db().conversation.findUniqueOrThrow({ where: { id: sourceId } });
  if (!targetId) throw new AppError('conflict', 'This conversation is not part of another one.');
  await findVisible(person, targetId);
  await inTransaction(async (tx) => {
    const [source, target] = await lockBoth(tx, sourceId, targetId);
    if (source.mergedIntoId !== targetId) throw new AppError('conflict', 'Somebody was faster.');
    const before = await readBefore(tx, sourceId);
    const first = person.name.split(' ')[0];
    await standAsBefore(tx, source, before, person);
    await takeBackParts(tx, sourceId, targetId);
    await appendEvent(tx, source, {
      name: 'unmerged',
      says: `${first} took it out of #${target.number} again`,
      personId: person.id,
    });
    await appendEvent(tx, target, {
      name: 'unmerged',
      says: `${first} took #${source.number} out again`,
      personId: person.id,
    });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'conversation.unmerge',
      subject: { kind: 'conversation', id: sourceId },
      before: { mergedIntoId: targetId },
      after: before,
    });
  });
}

async function readBefore(tx: Tx, sourceId: string): Promise<z.infer<typeof beforeSchema>> {
  const line = await tx.message.findFirst({
    where: { conversationId: sourceId, kind: 'event', event: { path: ['before', 'state'], not: Prisma.AnyNull } },
    orderBy: { createdAt: 'desc' },
  });
  return beforeSchema.parse((line?.event as { before?: unknown } | null)?.before);
}

async function standAsBefore(
  tx: Tx,
  source: Conversation,
  before: z.infer<typeof beforeSchema>,
  person: PersonActor,
): Promise<void> {
  const actor = { kind: 'person' as const, id: person.id };
  if (before.state === 'closed') {
    await tx.conversation.update({ where: { id: source.id }, data: { mergedIntoId: null } });
    return;
  }
  const data = { mergedIntoId: null, resolution: null };
  const row = await moveConversation(tx, source, { move: { kind: 'reopen' }, actor, says: null, data });
  if (before.holder === 'queue') await moveConversation(tx, row, { move: { kind: 'hand_over' }, actor, says: null });
  if (before.holder === 'agent') {
    const move = { kind: 'assign' as const, personId: before.agentId ?? person.id };
    await moveConversation(tx, row, { move, actor, says: null });
  }
}

/** What had been merged into it before it was merged itself comes out with it. */
async function takeBackParts(tx: Tx, sourceId: string, targetId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Conversation" c SET "mergedIntoId" = ${sourceId}::uuid
    WHERE c."mergedIntoId" = ${targetId}::uuid AND ${sourceId} = (
      SELECT m.event ->> 'into' FROM "Message" m
      WHERE m."conversationId" = c.id AND m.kind = 'event' AND m.event ->> 'name' = 'merged' AND m.event ? 'into'
      ORDER BY m."createdAt" DESC LIMIT 1)`;
}

/** Locked: where what is written into a conversation belongs, itself or the one it is part of. */
export async function lockMerged(tx: Tx, id: string): Promise<Conversation> {
  const part = isId(id) ? await tx.conversation.findUnique({ where: { id }, select: { mergedIntoId: true } }) : null;
  const row = await lockConversation(tx, part?.mergedIntoId ?? id);
  return row.mergedIntoId ? lockMerged(tx, row.id) : row;
}
