import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { resealTokens } from '../privacy/reseal-tokens';
import type { MergePreview, SplitIdentity } from './customer.schema';
import { familyOf, findVisibleCustomer, lockCustomer } from './find-customer';
import { readIdentity } from './keep-customer';
import { seenBy } from './where-conversations';

/** What would go over, and why it may not. */
export async function previewMerge(
  person: PersonActor,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<MergePreview> {
  const from = await findVisibleCustomer(person, fromId);
  await findVisibleCustomer(person, intoId);
  const [identities, conversations, notes, stopped] = await Promise.all([
    db().identity.findMany({ where: { customerId: fromId, kind: { not: 'visitor' } }, orderBy: { createdAt: 'asc' } }),
    db().conversation.count({ where: { customerId: fromId } }),
    db().customerNote.count({ where: { customerId: { in: await familyOf(db(), fromId) }, deletedAt: null } }),
    whyNot(db(), person, fromId, intoId),
  ]);
  return {
    from: { id: from.id, name: from.name, tier: from.tier },
    identities: identities.map(({ value }) => value),
    conversations,
    notes,
    stopped,
  };
}

/**
 * Makes two customers one: identities and conversations go over with their values, and are kept in a list so that they can
 * go back. Throws `conflict` where they cannot be one.
 */
export async function mergeCustomers(
  person: PersonActor,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<{ mergeId: string }> {
  await findVisibleCustomer(person, fromId);
  await findVisibleCustomer(person, intoId);
  return inTransaction(async (tx) => {
    // Always in the same order, so that two merges the other way round do not wait for each other.
    for (const id of [fromId, intoId].sort()) await lockCustomer(tx, id);
    const stopped = await whyNot(tx, person, fromId, intoId);
    if (stopped) throw new AppError('conflict', stopped);
    const identities = await tx.identity.findMany({ where: { customerId: fromId }, select: { id: true } });
    const conversationIds = await lockConversations(tx, fromId);
    const identityIds = identities.map(({ id }) => id);
    await moveOver(tx, { identityIds, conversationIds, to: intoId });
    await tx.customer.update({ where: { id: fromId }, data: { mergedIntoId: intoId } });
    const mergeId = newId();
    await tx.customerMerge.create({
      data: { id: mergeId, fromId, intoId, identityIds, conversationIds, personId: person.id },
    });
    await tell(tx, person, 'customer.merge', intoId, { fromId, mergeId, identityIds, conversationIds });
    await recordEvent(tx, 'customer.changed', { customerId: fromId });
    return { mergeId };
  });
}

/** Takes a merge back: what went over goes back. What came since stays with whom it came to. */
export async function undoMerge(person: PersonActor, mergeId: string): Promise<{ customerId: string }> {
  const merge = await db().customerMerge.findUnique({ where: { id: mergeId } });
  if (!merge) throw new AppError('not_found', 'There is no such merge.');
  await findVisibleCustomer(person, merge.intoId);
  return inTransaction(async (tx) => {
    const { fromId, intoId } = merge;
    await lockCustomer(tx, intoId);
    const undone = await tx.customerMerge.updateMany({
      where: { id: mergeId, undoneAt: null },
      data: { undoneAt: new Date() },
    });
    if (undone.count === 0) throw new AppError('conflict', 'This merge was taken back already.');
    const held = await lockConversations(tx, intoId);
    const conversationIds = merge.conversationIds.filter((id) => held.includes(id));
    const identities = await tx.identity.findMany({ where: { id: { in: merge.identityIds }, customerId: intoId } });
    const identityIds = identities.map(({ id }) => id);
    await tx.customer.update({ where: { id: fromId }, data: { mergedIntoId: null } });
    await moveOver(tx, { identityIds, conversationIds, to: fromId });
    await tell(tx, person, 'customer.split', intoId, { fromId, mergeId, identityIds, conversationIds });
    await recordEvent(tx, 'customer.changed', { customerId: fromId });
    return { customerId: fromId };
  });
}

/** Makes a customer of their own out of one identity, with the conversations that go with it. */
export async function splitIdentity(
  person: PersonActor,
  { identityId, name, conversationIds }: SplitIdentity,
): Promise<{ customerId: string }> {
  const { customerId: fromId } = await readIdentity(identityId);
  await findVisibleCustomer(person, fromId);
  return inTransaction(async (tx) => {
    await lockCustomer(tx, fromId);
    const identity = await tx.identity.findFirst({ where: { id: identityId, customerId: fromId } });
    if (!identity) throw new AppError('conflict', 'This identity went to another customer meanwhile.');
    const rest = await tx.identity.count({ where: { customerId: fromId } });
    if (rest < 2)
      throw new AppError('conflict', 'It is the only one: there would be nothing left to know this customer by.');
    const held = await lockConversations(tx, fromId);
    const seen = await tx.$queryRaw<{ id: string }[]>`
      SELECT c.id::text FROM "Conversation" c WHERE c.id = ANY(${conversationIds}::uuid[]) AND ${seenBy(person)}`;
    const going = seen.map(({ id }) => id).filter((id) => held.includes(id));
    if (going.length !== new Set(conversationIds).size)
      throw new AppError('not_found', 'conversationIds: not all of them are this customer’s.');
    const customerId = newId();
    await tx.customer.create({ data: { id: customerId, name } });
    await moveOver(tx, { identityIds: [identityId], conversationIds: going, to: customerId });
    await tell(tx, person, 'customer.split_identity', fromId, { customerId, identityId, conversationIds: going });
    await recordEvent(tx, 'customer.changed', { customerId });
    return { customerId };
  });
}

/** Two accounts are two people as far as the shop goes: made one, either would be shown the other's orders. */
async function whyNot(client: Tx, person: PersonActor, fromId: string, intoId: string): Promise<string | null> {
  const [from, into] = await Promise.all([
    client.customer.findUniqueOrThrow({ where: { id: fromId } }),
    client.customer.findUniqueOrThrow({ where: { id: intoId } }),
  ]);
  if (from.mergedIntoId || into.mergedIntoId) return 'One of the two was merged already.';
  if (from.forgottenAt || into.forgottenAt) return 'One of the two was forgotten.';
  const accounts = await client.identity.groupBy({
    by: ['customerId'],
    where: { customerId: { in: [fromId, intoId] }, kind: 'account' },
  });
  if (accounts.length === 2) return 'Both have an account of their own in the shop. Make them one there first.';
  const [hidden] = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Conversation" c
    WHERE c."customerId" IN (${fromId}::uuid, ${intoId}::uuid) AND (${seenBy(person)}) IS NOT TRUE`;
  if (hidden!.count > 0) return 'Some of their conversations belong to other teams. Ask somebody who sees them all.';
  return null;
}

/** Those of a customer, locked in one order: nobody writes in them while they go over. */
async function lockConversations(tx: Tx, customerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Conversation" WHERE "customerId" = ${customerId}::uuid ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

/** The ledger goes along: what waits for approval must find the account it is for. */
async function moveOver(
  tx: Tx,
  { identityIds, conversationIds, to }: { identityIds: string[]; conversationIds: string[]; to: string },
): Promise<void> {
  await tx.identity.updateMany({ where: { id: { in: identityIds } }, data: { customerId: to } });
  await tx.conversation.updateMany({ where: { id: { in: conversationIds } }, data: { customerId: to } });
  await tx.action.updateMany({ where: { conversationId: { in: conversationIds } }, data: { customerId: to } });
  await resealTokens(tx, conversationIds, to);
  for (const conversationId of conversationIds) await recordEvent(tx, 'conversation.changed', { conversationId });
}

async function tell(tx: Tx, person: PersonActor, action: string, customerId: string, after: object): Promise<void> {
  await recordEvent(tx, 'customer.changed', { customerId });
  await appendAudit(tx, {
    actor: { kind: 'person', id: person.id },
    action,
    subject: { kind: 'customer', id: customerId },
    after,
  });
}
