import type { PersonActor } from '../auth/permissions';
import { type Names, readNames } from '../conversations/list-conversations';
import { db, Prisma } from '../platform/db';
import { isId } from '../platform/ids';
import { restoreFor } from '../privacy/restore-for';
import type { LedgerFilter, LedgerPage, LedgerRow } from './ledger.schema';
import { inLedger } from './where-ledger';

const pageSize = 50;

type Found = {
  id: string;
  says: string;
  tool: string;
  status: LedgerRow['status'];
  amountCents: number | null;
  policy: string | null;
  rule: string | null;
  decidedBy: string | null;
  createdAt: Date;
  at: string;
  compensatesId: string | null;
  conversationId: string;
  number: number;
  customerId: string;
  name: string;
  tier: string | null;
  differences: number;
};

/** One page of the ledger, the newest first, by place and not by number. */
export async function listActions(
  person: PersonActor,
  filter: LedgerFilter,
  after?: string,
  limit = pageSize,
): Promise<LedgerPage> {
  const [found, names] = await Promise.all([findActions(person, filter, after, limit + 1), readNames()]);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1)! : null;
  const restore = await restoreFor(
    person,
    page.map(({ conversationId }) => conversationId),
  );
  return {
    rows: page.map((row) => restore(row.conversationId, toRow(row, names))),
    next: last ? `${last.at}|${last.id}` : null,
  };
}

/** Rows of the ledger from a place on; `at` is the database's own text of the time, so that no digit is lost. */
export async function findActions(
  person: PersonActor,
  filter: LedgerFilter,
  after: string | undefined,
  limit: number,
): Promise<Found[]> {
  const place = readPlace(after);
  const beyond = place
    ? Prisma.sql`(a."createdAt", a.id) < (${place.at}::timestamptz, ${place.id}::uuid)`
    : Prisma.sql`true`;
  return db().$queryRaw<Found[]>`
    SELECT a.id::text, a.says, a.tool, a.status::text AS status, a."amountCents", a.policy, a.rule, a."decidedBy"::text,
      a."createdAt", a."createdAt"::text AS at, a."compensatesId"::text, c.id::text AS "conversationId", c.number,
      u.id::text AS "customerId", u.name, u.tier,
      (SELECT count(*)::int FROM "ReconciliationFinding" f WHERE f."actionId" = a.id AND f."resolvedAt" IS NULL) AS differences
    FROM "Action" a JOIN "Conversation" c ON c.id = a."conversationId" JOIN "Customer" u ON u.id = a."customerId"
    WHERE ${inLedger(person, filter)} AND ${beyond}
    ORDER BY a."createdAt" DESC, a.id DESC LIMIT ${limit}`;
}

function readPlace(after: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = after?.split('|') ?? [];
  return isId(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}

export function toRow(row: Found, names: Names): LedgerRow {
  return {
    id: row.id,
    says: row.says,
    tool: row.tool,
    status: row.status,
    amountCents: row.amountCents,
    policy: row.policy,
    rule: row.rule,
    customer: { id: row.customerId, name: row.name, tier: row.tier },
    conversation: { id: row.conversationId, number: row.number },
    decidedBy: row.decidedBy ? (names.people.get(row.decidedBy) ?? null) : null,
    at: row.createdAt.toISOString(),
    differences: row.differences,
    takesBack: row.compensatesId !== null,
  };
}
