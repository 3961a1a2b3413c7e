import { setTimeout as pause } from 'node:timers/promises';
import { permissionsOf } from '../auth/permissions';
import { appendEvent } from '../conversations/append-event';
import { lockConversation } from '../conversations/lock-conversation';
import { notifyPerson } from '../conversations/notify-person';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { db, inTransaction, type Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { Action } from '../platform/records';
import { type Difference, decideDifference } from './decide-difference';
import { findTool } from './find-tool';
import { callOf } from './run-action';
import { askAfter } from './settle-action';
import { markTakenBack } from './take-back';

/** Looked at for so many days; each once in so many hours, what nobody knows each minute. */
const days = 3;
const hours = 12;
/** Calls of one run: they are spread, because the shop has customers to serve. */
const mostCalls = 12;
const spreadMs = 250;

/**
 * Compares what the ledger says of the last days with the system of record, a few at a time: what nobody knew is settled,
 * where both disagree is a difference for people. A run takes what was looked at longest ago, and notes it before it asks:
 * workers beside it take others, and one that dies is no harm. Answers how many were asked.
 */
export async function reconcileActions(spread = spreadMs): Promise<number> {
  const due = await db().$queryRaw<{ id: string }[]>`
    UPDATE "Action" SET "comparedAt" = clock_timestamp() WHERE id IN (
      SELECT id FROM "Action"
      WHERE status IN ('succeeded', 'compensated', 'failed', 'unknown') AND "startedAt" IS NOT NULL
        AND "createdAt" > clock_timestamp() - make_interval(days => ${days})
        AND NOT EXISTS (SELECT 1 FROM "Customer" WHERE id = "customerId" AND "forgottenAt" IS NOT NULL)
        AND coalesce("endedAt", "startedAt") < clock_timestamp() - interval '30 seconds'
        AND ("comparedAt" IS NULL
          OR "comparedAt" < clock_timestamp() - make_interval(hours => ${hours})
          OR (status = 'unknown' AND "comparedAt" < clock_timestamp() - interval '1 minute'))
      ORDER BY status = 'unknown' DESC, "comparedAt" NULLS FIRST, "createdAt" LIMIT ${mostCalls} FOR UPDATE SKIP LOCKED)
    RETURNING id::text`;
  for (const [at, { id }] of due.entries()) {
    if (at > 0) await pause(spread);
    await compareOne(id);
  }
  return due.length;
}

async function compareOne(id: string): Promise<void> {
  const action = await db().action.findUniqueOrThrow({ where: { id } });
  const found = await findTool(`${action.connectorKey}:${action.tool}`);
  const answer = await askAfter('tool' in found ? found.tool : null, callOf(action));
  await inTransaction(async (tx) => {
    const conversation = await lockConversation(tx, action.conversationId);
    // Asked again under the lock: it may have been settled or taken back while the shop was asked.
    const now = await tx.action.findUniqueOrThrow({ where: { id } });
    if (now.status !== action.status) return;
    const difference = decideDifference(now, answer, await databaseNow(tx));
    if (difference.kind === 'settle_done' || difference.kind === 'settle_not_done')
      await settle(tx, conversation, now, difference);
    if (difference.kind === 'finding') await note(tx, now, difference);
    if (difference.kind === 'agree') await closeFindings(tx, now);
  });
}

type Settled = Extract<Difference, { kind: 'settle_done' | 'settle_not_done' }>;
type Found = Extract<Difference, { kind: 'finding' }>;

async function settle(
  tx: Tx,
  conversation: { id: string; channelId: string },
  action: Action,
  settled: Settled,
): Promise<void> {
  const did = settled.kind === 'settle_done';
  const written = await tx.action.updateMany({
    where: { id: action.id, status: 'unknown' },
    data: did
      ? { status: 'succeeded', result: settled.result as object, error: null, reason: null, endedAt: new Date() }
      : { status: 'failed', error: 'not_done', reason: 'the shop never received it', endedAt: new Date() },
  });
  if (written.count === 0) return;
  if (did) await markTakenBack(tx, action);
  await appendEvent(tx, conversation, {
    name: did ? 'action_done' : 'action_failed',
    says: did
      ? `The shop confirms it: ${action.says}`
      : `The shop never received it, so it was not done: ${action.says}`,
    more: { actionId: action.id },
  });
  await recordEvent(tx, 'action.changed', { conversationId: conversation.id, actionId: action.id });
}

/** One row for each action and kind, told to admins once. What a person has closed stays closed. */
async function note(tx: Tx, action: Action, { finding, says }: Found): Promise<void> {
  const key = { actionId_kind: { actionId: action.id, kind: finding } };
  const before = await tx.reconciliationFinding.findUnique({ where: key });
  if (before && (before.resolvedAt === null || before.resolvedBy !== null)) return;
  await tx.reconciliationFinding.upsert({
    where: key,
    create: { id: newId(), actionId: action.id, kind: finding, says },
    update: { says, resolvedAt: null, how: null },
  });
  await recordEvent(tx, 'action.changed', { conversationId: action.conversationId, actionId: action.id });
  if (before) return;
  for (const personId of await whoAdministers(tx))
    await notifyPerson(tx, { personId, kind: 'difference', conversationId: action.conversationId, says });
}

async function closeFindings(tx: Tx, action: Action): Promise<void> {
  const closed = await tx.reconciliationFinding.updateMany({
    where: { actionId: action.id, resolvedAt: null },
    data: { resolvedAt: new Date(), how: 'The shop and the ledger agree now.' },
  });
  if (closed.count > 0)
    await recordEvent(tx, 'action.changed', { conversationId: action.conversationId, actionId: action.id });
}

async function whoAdministers(tx: Tx): Promise<string[]> {
  const people = await tx.person.findMany({
    where: { disabledAt: null },
    select: { id: true, role: true, customRole: { select: { permissions: true } } },
  });
  return people.flatMap(({ id, role, customRole }) =>
    permissionsOf(role, customRole?.permissions ?? null).includes('desk.administer') ? [id] : [],
  );
}
