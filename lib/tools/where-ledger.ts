import type { PersonActor } from '../auth/permissions';
import { seenBy } from '../conversations/where-conversations';
import { Prisma } from '../platform/db';
import type { LedgerFilter } from './ledger.schema';

/** What a filter leaves of the ledger, over the aliases `a` (Action) and `c` (Conversation). What one may not see is not in it. */
export function inLedger(person: PersonActor, filter: LedgerFilter): Prisma.Sql {
  const { status, tool, policy, customer, by, from, to, min, max, conversation, differences } = filter;
  const wants: (Prisma.Sql | false)[] = [
    seenBy(person),
    status !== undefined && Prisma.sql`a.status::text = ANY(${status}::text[])`,
    tool !== undefined && Prisma.sql`a.tool = ${tool}`,
    policy !== undefined && Prisma.sql`a.policy = ${policy}`,
    customer !== undefined && Prisma.sql`a."customerId" = ${customer}::uuid`,
    by === 'assistant' && Prisma.sql`a."decidedBy" IS NULL`,
    by !== undefined && by !== 'assistant' && Prisma.sql`a."decidedBy" = ${by}::uuid`,
    from !== undefined && Prisma.sql`a."createdAt" >= ${from}::date::timestamp AT TIME ZONE 'UTC'`,
    to !== undefined && Prisma.sql`a."createdAt" < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`,
    min !== undefined && Prisma.sql`a."amountCents" >= ${min}`,
    max !== undefined && Prisma.sql`a."amountCents" <= ${max}`,
    conversation !== undefined && Prisma.sql`c.number = ${conversation}`,
    differences !== undefined && hasDifference,
  ];
  return Prisma.join(
    wants.filter((one) => one !== false),
    ' AND ',
  );
}

export const hasDifference = Prisma.sql`EXISTS (
  SELECT 1 FROM "ReconciliationFinding" f WHERE f."actionId" = a.id AND f."resolvedAt" IS NULL)`;
