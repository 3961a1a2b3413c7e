import { db, type Tx } from '../platform/db';

/** `from` null: all of it; otherwise what was said there since. */
export type ThreadPart = { conversationId: string; from: Date | null };

/**
 * What a customer reads as one conversation, though the desk merged it into another or split others from it: all of their own,
 * what was split from it, and of the one it is part of now only what was said since. What they wrote elsewhere before is not
 * shown here: another device, or somebody else, may hold this end.
 */
export async function findThread(conversationId: string, tx: Tx = db()): Promise<ThreadPart[]> {
  const [own, split] = await Promise.all([
    tx.$queryRaw<{ into: string; at: Date }[]>`
      SELECT c."mergedIntoId"::text AS into, m."createdAt" AS at FROM "Conversation" c
      JOIN "Message" m ON m."conversationId" = c.id AND m.kind = 'event' AND m.event ? 'into' AND m.event ->> 'name' = 'merged'
      WHERE c.id = ${conversationId}::uuid AND c."mergedIntoId" IS NOT NULL
      ORDER BY m."createdAt" DESC LIMIT 1`,
    tx.$queryRaw<{ id: string }[]>`
      WITH RECURSIVE split AS (
        SELECT id FROM "Conversation" WHERE "splitFromId" = ${conversationId}::uuid
        UNION SELECT c.id FROM "Conversation" c JOIN split s ON c."splitFromId" = s.id
      ) SELECT id::text FROM split LIMIT 20`,
  ]);
  return [
    { conversationId, from: null },
    ...own.map(({ into, at }) => ({ conversationId: into, from: at })),
    ...split.map(({ id }) => ({ conversationId: id, from: null })),
  ];
}

/** The condition on messages of a thread. */
export const ofThread = (parts: ThreadPart[]) => ({
  OR: parts.map(({ conversationId, from }) => ({ conversationId, ...(from ? { createdAt: { gte: from } } : {}) })),
});
