import { db, Prisma } from '../platform/db';

export type Hit = { conversationId: string; messageId: string; at: string };
export type HitPlace = { at: string; id: string };

/** Conditions on the message's time, in milliseconds. */
export type Span = { from: number | null; to: number | null };

export type Asked = {
  /** A tsquery, see fold-words.ts. */
  words: string;
  span: Span;
  /** Which conversations count, over the alias `c`. */
  where: Prisma.Sql;
  /** `where` names few conversations, found by an index of their own. */
  narrow?: boolean;
  after: HitPlace | null;
  limit: number;
};

/**
 * Up to so many messages hold a word: fewer are all looked up and put in order; of more the newest are met by going back in
 * time. Looking up costs by how many there are, going back by how far apart they lie: at a million conversations both take
 * about thirty milliseconds here, and either in the other's place takes hundreds.
 */
const rareUpTo = 4_500;
/** Messages gone back over in one request: what a filter keeps finding nothing in must end, and can go on from there. */
const stretch = 20_000;

/**
 * Conversations with the words, the newest match first and each once; `next` is where to go on. A request ends after its
 * stretch even with nothing found, and then says so by a place without hits.
 */
export async function findByText(asked: Asked): Promise<{ hits: Hit[]; next: HitPlace | null }> {
  if (asked.narrow) {
    const theirs = Prisma.sql`"Conversation" c JOIN "Message" m ON m."conversationId" = c.id AND ${asked.where}`;
    return lookUp({ ...asked, where: Prisma.sql`true` }, theirs);
  }
  return (await estimate(asked.words)) <= rareUpTo ? lookUp(asked, Prisma.sql`"Message" m`) : goBack(asked);
}

/** How many messages the database takes to hold the words: from its own statistics, without looking. */
async function estimate(words: string): Promise<number> {
  // Nothing but what is not there: there is no word to look up.
  if (!/(^|& )\(/.test(words)) return Number.POSITIVE_INFINITY;
  const [row] = await db().$queryRaw<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }[]>`
    EXPLAIN (FORMAT JSON) SELECT 1 FROM "Message" m WHERE m.words @@ ${words}::tsquery`;
  return row!['QUERY PLAN'][0].Plan['Plan Rows'];
}

const within = ({
  from,
  to,
}: Span) => Prisma.sql`${from === null ? Prisma.sql`true` : Prisma.sql`m."createdAt" >= ${new Date(from)}`}
  AND ${to === null ? Prisma.sql`true` : Prisma.sql`m."createdAt" < ${new Date(to)}`}`;

export async function lookUp(
  { words, span, where, after, limit }: Asked,
  among: Prisma.Sql,
): Promise<{ hits: Hit[]; next: HitPlace | null }> {
  const beyond = after ? Prisma.sql`(h.at, h.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.sql`true`;
  // The conversation is looked up for one match after the other, newest first, until the page is full.
  const rows = await db().$queryRaw<Hit[]>`
    WITH found AS MATERIALIZED (
      SELECT m."conversationId", m.id, m."createdAt" AS at FROM ${among} WHERE m.words @@ ${words}::tsquery AND ${within(span)})
    SELECT h."conversationId"::text AS "conversationId", h.id::text AS "messageId", h.at::text AS at
    FROM (
      SELECT newest.* FROM (
        SELECT DISTINCT ON (f."conversationId") f.* FROM found f ORDER BY f."conversationId", f.at DESC, f.id DESC) newest
      ORDER BY newest.at DESC, newest.id DESC) h
    CROSS JOIN LATERAL (SELECT 1 FROM "Conversation" c WHERE c.id = h."conversationId" AND ${where} OFFSET 0) seen
    WHERE ${beyond} ORDER BY h.at DESC, h.id DESC LIMIT ${limit + 1}`;
  const hits = rows.slice(0, limit);
  return { hits, next: rows.length > limit ? placeOf(hits.at(-1)!) : null };
}

export async function goBack(asked: Asked): Promise<{ hits: Hit[]; next: HitPlace | null }> {
  const hits = new Map<string, Hit>();
  let after = asked.after;
  let left = stretch;
  while (left > 0) {
    // One conversation may hold a word in all its messages: matches are taken until enough of them differ.
    const rows = await stride(asked, after, left);
    for (const { scanned: _, ...hit } of rows) {
      if (hits.size === asked.limit) return { hits: [...hits.values()], next: after };
      after = placeOf(hit);
      if (!hits.has(hit.conversationId)) hits.set(hit.conversationId, hit);
    }
    if (rows.length < asked.limit + more) {
      const end = await endOfStretch(asked.span, after, left - (rows.at(-1)?.scanned ?? 0));
      return { hits: [...hits.values()], next: end };
    }
    left -= rows.at(-1)!.scanned;
  }
  return { hits: [...hits.values()], next: after };
}

/** Matches taken beyond the page, for those in conversations that are on it already. */
const more = 4;

/** The next matches on the way back, and after how many messages each was met. */
function stride(
  { words, span, where, limit }: Asked,
  after: HitPlace | null,
  left: number,
): Promise<(Hit & { scanned: number })[]> {
  return db().$queryRaw`
    SELECT m."conversationId"::text AS "conversationId", m.id::text AS "messageId", m."createdAt"::text AS at, m.scanned::int
    FROM (
      SELECT n.*, row_number() OVER () AS scanned FROM (
        SELECT m.id, m."conversationId", m."createdAt", m.words FROM "Message" m
        WHERE m.kind <> 'event' AND ${within(span)} AND ${beyondOf(after)}
        ORDER BY m."createdAt" DESC, m.id DESC LIMIT ${left}) n) m
    CROSS JOIN LATERAL (SELECT 1 FROM "Conversation" c WHERE c.id = m."conversationId" AND ${where} OFFSET 0) seen
    WHERE m.words @@ ${words}::tsquery LIMIT ${limit + more}`;
}

const beyondOf = (after: HitPlace | null): Prisma.Sql =>
  after ? Prisma.sql`(m."createdAt", m.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.sql`true`;

/** Where a stretch ends, so many messages after a place; null when history ends before. */
async function endOfStretch(span: Span, after: HitPlace | null, left: number): Promise<HitPlace | null> {
  const [row] = await db().$queryRaw<HitPlace[]>`
    SELECT m."createdAt"::text AS at, m.id::text AS id FROM "Message" m
    WHERE m.kind <> 'event' AND ${within(span)} AND ${beyondOf(after)}
    ORDER BY m."createdAt" DESC, m.id DESC OFFSET ${Math.max(0, left - 1)} LIMIT 1`;
  return row ?? null;
}

const placeOf = (hit: Hit): HitPlace => ({ at: hit.at, id: hit.messageId });
