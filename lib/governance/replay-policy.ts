import { z } from 'zod';
import { db } from '../platform/db';
import type { Action } from '../platform/records';
import { decideAction } from './decide-action';
import { type DecisionScope, type Effect, effectSchema, emptyLedger, type ReleasedPolicy } from './policy.schema';
import type { Replay, ReplayRow } from './replay.schema';

const mostActions = 5_000;
const mostRows = 50;
const dayMs = 86_400_000;

const strictness: Record<Effect, number> = { allow: 0, needs_approval: 1, deny: 2 };

/** What was recorded of a decision; rows of before it was are left out. */
const recordedSchema = z.object({
  values: z.record(z.string(), z.unknown()),
  seen: z.object({
    customer: z.looseObject({ tier: z.string().nullable() }),
    conversation: z.object({ verified: z.boolean(), confirmed: z.boolean(), trusted: z.boolean() }),
    ledger: z.looseObject({ today: z.number(), todayCents: z.number() }),
  }),
});

type Row = Action & { conversation: { id: string; customer: { name: string } } };

/**
 * Decides the actions of the last days again under other rules, on what was known when they were decided; the newest
 * 5,000, differences first. Nothing is done and nothing is kept.
 */
export async function replayPolicy(policy: ReleasedPolicy, days: number, now = new Date()): Promise<Replay> {
  const from = performance.now();
  const actions = await db().action.findMany({
    where: {
      tool: { in: policy.definition.tools },
      createdAt: { gte: new Date(now.getTime() - days * dayMs) },
      effect: { not: null },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostActions,
    include: { conversation: { select: { id: true, customer: { select: { name: true } } } } },
  });
  const decided = actions.flatMap((action) => decideAgain(policy, action) ?? []);
  const differing = decided.filter(({ was, would }) => was !== would);
  const shown = differing.slice(0, mostRows);
  const people = await db().person.findMany({
    where: { id: { in: shown.flatMap(({ action }) => action.decidedBy ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    days,
    decisions: decided.length,
    left: actions.length - decided.length,
    same: decided.length - differing.length,
    changes: sumChanges(differing),
    stricter: differing.filter(({ was, would }) => strictness[would] > strictness[was]).length,
    rows: shown.map((one) => toRow(one, nameOf)),
    tookMs: Math.round(performance.now() - from),
  };
}

type Decided = { action: Row; was: Effect; would: Effect; rule: string | null };

/** Null where what it was decided on is not on record, or does not hold what the rules now speak of. */
function decideAgain(policy: ReleasedPolicy, action: Row): Decided | null {
  const recorded = recordedSchema.safeParse(action.facts);
  const was = effectSchema.safeParse(action.effect);
  if (!recorded.success || !was.success) return null;
  const { values, seen } = recorded.data;
  if (Object.keys(policy.definition.facts).some((fact) => !(fact in values))) return null;
  const scope: DecisionScope = {
    action: { tool: action.tool, args: action.args as Record<string, unknown> },
    facts: values,
    customer: seen.customer,
    conversation: { ...seen.conversation, approvedBy: null },
    ledger: { ...emptyLedger, ...seen.ledger },
    now: action.createdAt.toISOString(),
  };
  const { effect, rule } = decideAction(policy, scope);
  return { action, was: was.data, would: effect, rule };
}

function sumChanges(differing: Decided[]): Replay['changes'] {
  const sums = new Map<string, Replay['changes'][number]>();
  for (const { was, would, action } of differing) {
    const sum = sums.get(`${was} ${would}`) ?? { was, would, count: 0, cents: 0 };
    sums.set(`${was} ${would}`, { ...sum, count: sum.count + 1, cents: sum.cents + (action.amountCents ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count);
}

function toRow({ action, was, would, rule }: Decided, nameOf: Map<string, string>): ReplayRow {
  const { decidedAt, createdAt, decidedBy } = action;
  return {
    actionId: action.id,
    conversationId: action.conversation.id,
    customer: action.conversation.customer.name,
    amountCents: action.amountCents,
    at: createdAt.toISOString(),
    says: action.says,
    was,
    would,
    rule,
    status: action.status,
    by: (decidedBy && nameOf.get(decidedBy)) || null,
    waitedMinutes: decidedAt ? Math.round((decidedAt.getTime() - createdAt.getTime()) / 60_000) : null,
  };
}
