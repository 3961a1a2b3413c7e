import { Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { deriveFacts } from './derive-facts';
import type { Source } from './fold-facts';
import { readRecorded } from './read-recorded';
import type { Costing } from './recorded';

/** Rows as JSON text, as the database gives and takes them. */
type Kept = { conversations: string; people: string; turns: string };
type Version = { id: string; version: number };

/** One namespace of locks for the facts of a conversation. */
const factLocks = 778231;

/** Holds the facts of these conversations, those that are not there yet too, until the transaction ends; always in one order. */
async function lockFacts(tx: Tx, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT count(pg_advisory_xact_lock(${factLocks}::int, key)) FROM (
      SELECT DISTINCT hashtext(id) AS key FROM unnest(${ids}::text[]) AS id ORDER BY key OFFSET 0) keys`;
}

/**
 * Derives the facts of these conversations anew and writes them, under their locks. Answers what they were and what they are,
 * for the sums to be moved by. Throws `conflict` where somebody wrote them meanwhile in spite of the lock.
 */
export async function writeFacts(
  tx: Tx,
  ids: string[],
  costing: Costing,
  now: Date,
): Promise<{ before: Kept; after: Kept }> {
  await lockFacts(tx, ids);
  const versions = await tx.$queryRaw<Version[]>`
    SELECT id::text, version FROM "ConversationFact" WHERE id = ANY(${ids}::uuid[])`;
  const before = await readKept(tx, ids);
  const facts = (await readRecorded(tx, ids)).map((recorded) => deriveFacts(recorded, costing, now));
  const known = new Map(versions.map(({ id, version }) => [id, version]));
  const conversations = facts.flatMap(({ conversation }) =>
    conversation ? [{ ...conversation, version: (known.get(conversation.id) ?? 0) + 1 }] : [],
  );
  const after: Kept = {
    conversations: JSON.stringify(conversations),
    people: JSON.stringify(facts.flatMap(({ people }) => people)),
    turns: JSON.stringify(facts.flatMap(({ turns }) => turns)),
  };
  await replaceKept(tx, ids, versions, after);
  return { before, after };
}

async function readKept(tx: Tx, ids: string[]): Promise<Kept> {
  const [kept] = await tx.$queryRaw<Kept[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]')::text FROM "ConversationFact" f WHERE id = ANY(${ids}::uuid[])) AS conversations,
      (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]')::text FROM "PersonFact" f WHERE "conversationId" = ANY(${ids}::uuid[])) AS people,
      (SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]')::text FROM "TurnFact" f WHERE "conversationId" = ANY(${ids}::uuid[])) AS turns`;
  return kept!;
}

async function replaceKept(tx: Tx, ids: string[], versions: Version[], after: Kept): Promise<void> {
  const gone = await tx.$executeRaw`
    DELETE FROM "ConversationFact" f USING unnest(${versions.map(({ id }) => id)}::uuid[], ${versions.map(({ version }) => version)}::int[])
      AS known(id, version) WHERE f.id = known.id AND f.version = known.version`;
  if (gone !== versions.length)
    throw new AppError('conflict', 'These figures were counted by somebody else meanwhile.');
  await tx.$executeRaw`DELETE FROM "PersonFact" WHERE "conversationId" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`DELETE FROM "TurnFact" WHERE "conversationId" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO "ConversationFact" SELECT * FROM jsonb_populate_recordset(NULL::"ConversationFact", ${after.conversations}::jsonb)`;
  await tx.$executeRaw`
    INSERT INTO "PersonFact" SELECT * FROM jsonb_populate_recordset(NULL::"PersonFact", ${after.people}::jsonb)`;
  await tx.$executeRaw`
    INSERT INTO "TurnFact" SELECT * FROM jsonb_populate_recordset(NULL::"TurnFact", ${after.turns}::jsonb)`;
}

/** What was counts against, what is counts for: where nothing changed, nothing is left. */
export function movedBy(before: Kept, after: Kept): Source {
  const moved = (row: Prisma.Sql, was: string, is: string) => Prisma.sql`
    SELECT -1 AS sign, was.* FROM jsonb_populate_recordset(${row}, ${was}::jsonb) was
    UNION ALL SELECT 1, now.* FROM jsonb_populate_recordset(${row}, ${is}::jsonb) now`;
  return {
    conversations: moved(Prisma.sql`NULL::"ConversationFact"`, before.conversations, after.conversations),
    people: moved(Prisma.sql`NULL::"PersonFact"`, before.people, after.people),
    turns: moved(Prisma.sql`NULL::"TurnFact"`, before.turns, after.turns),
  };
}
