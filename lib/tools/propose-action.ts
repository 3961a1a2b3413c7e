import { z } from 'zod';
import type { Decision, DecisionScope, Ledger, ToolUse } from '../governance/policy.schema';
import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { Action, ActionStatus } from '../platform/records';

export type Proposal = {
  /** The same key is the same action: proposing it again answers the row that is there. */
  key: string;
  conversationId: string;
  turnId: string | null;
  customerId: string;
  connector: string;
  tool: string;
  args: Record<string, unknown>;
  subject: string | null;
  facts: Record<string, unknown>;
  factsReadAt: Date;
  says: string;
  tells: string;
  /** What else the decision saw, kept so that it can be decided again under other rules. */
  seen?: Pick<DecisionScope, 'customer' | 'conversation'>;
  /** A person who asks for it; absent where the assistant does. */
  askedById?: string;
  /** The action it takes back. */
  compensatesId?: string;
};

const approvalSchema = z.object({ minutes: z.number().int().min(1).max(10_080) });
const usualMinutes = 60;

/** Minutes until what nobody decided is over, from the setting `approvals`. */
async function readApprovalMinutes(tx: Tx): Promise<number> {
  const setting = await tx.setting.findUnique({ where: { key: 'approvals' } });
  return approvalSchema.safeParse(setting?.value).data?.minutes ?? usualMinutes;
}

/** Who counts as done or under way, for the caps. */
const counted: ActionStatus[] = ['proposed', 'waiting_approval', 'approved', 'started', 'succeeded', 'unknown'];

const hourMs = 3_600_000;

const statusOf = { allow: 'approved', deny: 'denied', needs_approval: 'waiting_approval' } as const;

/**
 * Decides a write and puts it into the ledger, in one transaction under a lock on whose data it is:
 * twenty at once are counted one after the other, so that no cap is passed between looking and writing.
 * `decide` is pure; facts were read before, because no network runs inside a transaction.
 */
export async function proposeAction(
  proposal: Proposal,
  decide: (ledger: DecisionScope['ledger']) => Decision,
): Promise<{ action: Action; decision: Decision }> {
  return inTransaction((tx) => proposeLocked(tx, proposal, decide));
}

/** The same in the caller's transaction, for who has more to write with it. */
export async function proposeLocked(
  tx: Tx,
  proposal: Proposal,
  decide: (ledger: DecisionScope['ledger']) => Decision,
): Promise<{ action: Action; decision: Decision }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778202, hashtext(${proposal.subject ?? proposal.customerId}))`;
  // Then the assistant's own: its cap for the hour is over all customers, and deciding is a matter of milliseconds.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778203, 0)`;
  const ledger = await sumLedger(tx, proposal);
  const decision = decide(ledger);
  const existing = await tx.action.findUnique({ where: { key: proposal.key } });
  if (existing) return { action: existing, decision };

  const now = await databaseNow(tx);
  const action = await tx.action.create({
    data: {
      id: newId(),
      key: proposal.key,
      conversationId: proposal.conversationId,
      turnId: proposal.turnId,
      customerId: proposal.customerId,
      connectorKey: proposal.connector,
      tool: proposal.tool,
      args: proposal.args as object,
      subject: proposal.subject,
      facts: { values: proposal.facts, shows: decision.shows, seen: { ...proposal.seen, ledger } } as object,
      factsReadAt: proposal.factsReadAt,
      policy: decision.policy,
      policyVersion: decision.version,
      rule: decision.rule,
      effect: decision.effect,
      findings: { checks: decision.findings, cel: decision.cel, says: decision.agent } as object,
      says: proposal.says,
      saysCustomer: decision.customer,
      tells: proposal.tells,
      amountCents: decision.amountCents,
      approvers: decision.approvers,
      approvalsNeeded: decision.approvals ?? 1,
      askedById: proposal.askedById ?? null,
      compensatesId: proposal.compensatesId ?? null,
      status: statusOf[decision.effect],
      createdAt: now,
      dueAt: await dueAt(tx, decision, now),
    },
  });
  return { action, decision };
}

async function dueAt(tx: Tx, { effect }: Decision, now: Date): Promise<Date | null> {
  if (effect !== 'needs_approval') return null;
  return new Date(now.getTime() + (await readApprovalMinutes(tx)) * 60_000);
}

/**
 * What was done for this subject in the last 24 hours, tool by tool, and by the assistant for anybody in the last hour;
 * `key` is the action that is being decided and does not count. Reads the ledger, never the conversation.
 */
export async function sumLedger(
  tx: Tx,
  of: { subject: string | null; customerId: string; tool: string; key: string },
): Promise<Ledger> {
  const now = (await databaseNow(tx)).getTime();
  const since = (ms: number) => ({
    createdAt: { gte: new Date(now - ms) },
    status: { in: counted },
    key: { not: of.key },
  });
  const whose = of.subject ? { subject: of.subject } : { customerId: of.customerId };
  const used = await tx.action.groupBy({
    by: ['tool'],
    where: { ...whose, ...since(24 * hourMs) },
    _count: true,
    _sum: { amountCents: true },
  });
  const hour = await tx.action.aggregate({ where: since(hourMs), _sum: { amountCents: true } });
  const tools: Record<string, ToolUse> = Object.fromEntries(
    used.map(({ tool, _count, _sum }) => [tool, { today: _count, todayCents: _sum.amountCents ?? 0 }]),
  );
  return {
    today: tools[of.tool]?.today ?? 0,
    todayCents: tools[of.tool]?.todayCents ?? 0,
    tools,
    customerDayCents: Object.values(tools).reduce((sum, { todayCents }) => sum + todayCents, 0),
    assistantHourCents: hour._sum.amountCents ?? 0,
  };
}
