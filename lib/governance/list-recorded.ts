import { z } from 'zod';
import { type PersonActor, visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import { effectSchema } from './policy.schema';
import type { Recorded } from './policy-view.schema';

const mostRecorded = 30;

const keptSchema = z.object({
  values: z.record(z.string(), z.unknown()),
  seen: z.object({
    customer: z.looseObject({ tier: z.string().nullable() }),
    conversation: z.object({ verified: z.boolean(), confirmed: z.boolean(), trusted: z.boolean() }),
    ledger: z.looseObject({ today: z.number(), todayCents: z.number() }),
  }),
});

/** The last actions with these tools that were recorded with all that was known, each as a case that expects what was decided. */
export async function listRecorded(person: PersonActor, tools: string[]): Promise<{ actions: Recorded[] }> {
  const rows = await db().action.findMany({
    where: { tool: { in: tools }, effect: { not: null }, conversation: visibleTo(person) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostRecorded,
    include: { conversation: { select: { customer: { select: { name: true } } } } },
  });
  const actions = rows.flatMap((row): Recorded[] => {
    const kept = keptSchema.safeParse(row.facts);
    const effect = effectSchema.safeParse(row.effect);
    if (!kept.success || !effect.success) return [];
    const { values, seen } = kept.data;
    const at = row.createdAt.toISOString();
    return [
      {
        id: row.id,
        customer: row.conversation.customer.name,
        says: row.says,
        at,
        effect: effect.data,
        case: {
          name: row.says,
          tool: row.tool,
          args: row.args,
          ...(row.subject ? { subject: row.subject } : {}),
          facts: values,
          customer: { tier: seen.customer.tier },
          conversation: seen.conversation,
          ledger: seen.ledger,
          now: at,
          expect: { effect: effect.data },
        },
      },
    ];
  });
  return { actions };
}
