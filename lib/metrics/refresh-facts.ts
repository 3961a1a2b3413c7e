import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { contactDays } from './derive-conversation-fact';
import { foldFacts } from './fold-facts';
import { readMetricState } from './read-metric-state';
import { lockSums, mayMoveSums } from './sum-locks';
import { movedBy, writeFacts } from './write-facts';

const most = 150;

/**
 * Takes conversations that changed, or whose figures change by themselves now, derives their facts anew and moves the sums
 * by the difference, in one transaction: what a worker that dies had taken is there again. Several workers take different
 * lines; of two that have the same conversation the second waits and then finds it counted. Answers how many it took.
 */
export async function refreshFacts(): Promise<number> {
  return inTransaction(async (tx) => {
    if (!(await mayMoveSums(tx))) return 0;
    const changed = await takeChanged(tx);
    const taken = [...new Set([...changed, ...(await findDue(tx))])];
    if (taken.length === 0) return 0;
    const { settings } = await readMetricState(tx);
    const { before, after } = await writeFacts(tx, await widen(tx, taken), settings, await databaseNow(tx));
    await lockSums(tx);
    await foldFacts(tx, movedBy(before, after), settings.timeZone);
    await tx.$executeRaw`UPDATE "MetricState" SET "countedAt" = clock_timestamp() WHERE id = 1`;
    return taken.length;
  });
}

/** A line that comes after these were taken is of a later change, and is taken in its turn. */
async function takeChanged(tx: Tx): Promise<string[]> {
  const lines = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM "MetricChange" WHERE id IN (SELECT id FROM "MetricChange" ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING "conversationId"::text AS id`;
  return lines.map(({ id }) => id);
}

async function findDue(tx: Tx): Promise<string[]> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "ConversationFact" WHERE "dueAt" <= clock_timestamp() ORDER BY "dueAt" LIMIT ${most} FOR UPDATE SKIP LOCKED`;
  return due.map(({ id }) => id);
}

/** What is merged counts with what it is part of, and a new conversation tells of the customer's solved ones that they came back. */
async function widen(tx: Tx, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM unnest(${ids}::uuid[]) AS id
    UNION SELECT "mergedIntoId"::text FROM "Conversation" WHERE id = ANY(${ids}::uuid[]) AND "mergedIntoId" IS NOT NULL
    UNION SELECT f.id::text FROM "Conversation" c JOIN "ConversationFact" f ON f."customerId" = c."customerId"
      AND f."firstSolvedAt" BETWEEN c."createdAt" - make_interval(days => ${contactDays}) AND c."createdAt"
    WHERE c.id = ANY(${ids}::uuid[])`;
  return rows.map(({ id }) => id);
}
