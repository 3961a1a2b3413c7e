import type { PersonActor } from '../auth/permissions';
import { seenBy } from '../conversations/where-conversations';
import { db, Prisma } from '../platform/db';
import type { LedgerFilter, LedgerSums } from './ledger.schema';
import { inLedger } from './where-ledger';

type Group = { status: string; tool: string; count: number; cents: number };

/** How many and how much, by status and by tool, of what a filter leaves; and what the filters can be set to. */
export async function sumActions(person: PersonActor, filter: LedgerFilter): Promise<LedgerSums> {
  const from = Prisma.sql`"Action" a JOIN "Conversation" c ON c.id = a."conversationId"`;
  const [groups, tools, people, [open]] = await Promise.all([
    db().$queryRaw<Group[]>`
      SELECT a.status::text AS status, a.tool, count(*)::int AS count, coalesce(sum(a."amountCents"), 0)::float8 AS cents
      FROM ${from} WHERE ${inLedger(person, filter)} GROUP BY 1, 2`,
    db().$queryRaw<{ tool: string; policy: string | null }[]>`
      SELECT a.tool, a.policy FROM ${from} WHERE ${seenBy(person)} GROUP BY 1, 2`,
    db().$queryRaw<{ id: string; name: string; hue: number }[]>`
      SELECT DISTINCT p.id::text, p.name, p.hue FROM ${from} JOIN "Person" p ON p.id = a."decidedBy"
      WHERE ${seenBy(person)} ORDER BY p.name`,
    db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM "ReconciliationFinding" f JOIN ${from} ON a.id = f."actionId"
      WHERE f."resolvedAt" IS NULL AND ${seenBy(person)}`,
  ]);
  const unique = (values: (string | null)[]) => [...new Set(values.filter((one) => one !== null))].sort();
  return {
    count: groups.reduce((all, { count }) => all + count, 0),
    cents: groups.reduce((all, { cents }) => all + cents, 0),
    byStatus: sumBy(groups, ({ status }) => status),
    byTool: sumBy(groups, ({ tool }) => tool),
    differences: open?.count ?? 0,
    choices: {
      tools: unique(tools.map(({ tool }) => tool)),
      policies: unique(tools.map(({ policy }) => policy)),
      people,
    },
  };
}

function sumBy(groups: Group[], keyOf: (group: Group) => string): LedgerSums['byTool'] {
  const sums = new Map<string, { key: string; count: number; cents: number }>();
  for (const group of groups) {
    const key = keyOf(group);
    const { count, cents } = sums.get(key) ?? { count: 0, cents: 0 };
    sums.set(key, { key, count: count + group.count, cents: cents + group.cents });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
}
