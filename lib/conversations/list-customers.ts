import { may, type PersonActor } from '../auth/permissions';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { CustomerRow } from './customer.schema';
import { findCustomers } from './find-customers';
import { seenBy } from './where-conversations';

export type CustomersRequest = { q?: string; after?: string; limit: number };

type Place = { id: string; at: string };

/** Found by a part of a name or of what they are reached by: at most so many are looked at. */
const mostFound = 500;

/**
 * Customers, who was last in contact first. The newest conversations are walked, and of each customer only the newest
 * counts, so that a page costs what is on it, however long the history.
 */
export async function listCustomers(
  person: PersonActor,
  { q = '', after, limit }: CustomersRequest,
): Promise<{ rows: CustomerRow[]; next: string | null }> {
  const words = q.trim();
  // Where addresses are hidden, looking for one must not tell whose it is.
  const found = words ? await findCustomers(words, mostFound, may(person, 'privacy.reveal')) : null;
  if (found?.length === 0) return { rows: [], next: null };
  const place = readPlace(after);
  const beyond = place
    ? Prisma.sql`(c."lastMessageAt", c.id) < (${place.at}::timestamptz, ${place.id}::uuid)`
    : Prisma.sql`true`;
  const among = found ? Prisma.sql`c."customerId" = ANY(${found}::uuid[])` : Prisma.sql`true`;
  const places = await db().$queryRaw<(Place & { customerId: string })[]>`
    SELECT c.id::text, c."customerId"::text, c."lastMessageAt"::text AS at FROM "Conversation" c
    WHERE c."mergedIntoId" IS NULL AND ${seenBy(person)} AND ${among} AND ${beyond}
      AND NOT EXISTS (
        SELECT 1 FROM "Conversation" n WHERE n."customerId" = c."customerId" AND n."mergedIntoId" IS NULL
          AND (n."lastMessageAt", n.id) > (c."lastMessageAt", c.id) AND ${seenAs('n', person)})
    ORDER BY c."lastMessageAt" DESC, c.id DESC LIMIT ${limit + 1}`;
  const page = places.slice(0, limit);
  const last = places.length > limit ? page.at(-1)! : null;
  const ids = page.map(({ customerId }) => customerId);
  // Who has never written is found by name all the same, after all who have.
  const silent = found && !last ? await silentOf(found, limit - ids.length) : [];
  return {
    rows: await readRows(person, [...ids, ...silent]),
    next: last ? `${last.at}|${last.id}` : null,
  };
}

async function silentOf(found: string[], most: number): Promise<string[]> {
  if (most <= 0) return [];
  const rows = await db().customer.findMany({
    where: { id: { in: found }, conversations: { none: {} }, mergedIntoId: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function readRows(person: PersonActor, ids: string[]): Promise<CustomerRow[]> {
  if (ids.length === 0) return [];
  const [customers, counts, reach] = await Promise.all([
    db().customer.findMany({ where: { id: { in: ids } } }),
    db().$queryRaw<{ customerId: string; all: number; open: number; last: Date }[]>`
      SELECT c."customerId"::text, count(*)::int AS all, count(*) FILTER (WHERE c.state = 'open')::int AS open,
        max(c."lastMessageAt") AS last
      FROM "Conversation" c
      WHERE c."customerId" = ANY(${ids}::uuid[]) AND c."mergedIntoId" IS NULL AND ${seenBy(person)} GROUP BY 1`,
    may(person, 'privacy.reveal')
      ? db().identity.findMany({
          where: { customerId: { in: ids }, kind: { in: ['email', 'phone', 'handle'] } },
          orderBy: { createdAt: 'asc' },
        })
      : [],
  ]);
  const byId = new Map(customers.map((one) => [one.id, one]));
  return ids.flatMap((id) => {
    const customer = byId.get(id);
    const count = counts.find((one) => one.customerId === id);
    if (!customer) return [];
    return {
      id,
      name: customer.name,
      tier: customer.tier,
      language: customer.language,
      reach: reach.find((one) => one.customerId === id)?.value ?? null,
      conversations: count?.all ?? 0,
      open: count?.open ?? 0,
      lastAt: count?.last.toISOString() ?? null,
    };
  });
}

/** `seenBy` over another alias: a conversation one may not see must not hide an older one that one may. */
function seenAs(alias: 'n', person: PersonActor): Prisma.Sql {
  if (may(person, 'conversations.see_all')) return Prisma.sql`true`;
  const n = Prisma.raw(alias);
  return Prisma.sql`(${n}."teamId" IS NULL OR ${n}."teamId" = ANY(${person.teamIds}::uuid[]) OR ${n}."agentId" = ${person.id}::uuid)`;
}

function readPlace(text: string | undefined): Place | null {
  if (!text) return null;
  const [at = '', id = ''] = text.split('|');
  if (!isId(id) || Number.isNaN(Date.parse(at))) throw new AppError('invalid', 'after: is not the place of a row.');
  return { at, id };
}
