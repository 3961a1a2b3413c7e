import type { Decision, DecisionScope } from '../governance/policy.schema';
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
};

/** Who counts as done or under way, for the caps. */
const counted: ActionStatus[] = ['proposed', 'waiting_approval', 'approved', 'started', 'succeeded', 'unknown'];

const statusOf = { allow: 'approved', deny: 'denied', needs_approval: 'waiting_approval' } as const;

/**
 * Decides a write and puts it into the ledger, in one transaction under a lock on whose data it is:
 * twenty at once are counted one after the other, so that no cap is passed between looking and writing.
 * `decide` is pure; facts were read before, because no network runs inside a transaction.
 */
export async function proposeAction(
  proposal: Proposal,
  decide: (ledger: DecisionScope['ledger']) => Decision,
  approvalMinutes = 60,
): Promise<{ action: Action; decision: Decision }> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(778202, hashtext(${proposal.subject ?? proposal.customerId}))`;
    const decision = decide(await sumLedger(tx, proposal));
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
        facts: { values: proposal.facts, shows: decision.shows } as object,
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
        status: statusOf[decision.effect],
        createdAt: now,
        dueAt: decision.effect === 'needs_approval' ? new Date(now.getTime() + approvalMinutes * 60_000) : null,
      },
    });
    return { action, decision };
  });
}

/** What this subject already had of this tool in the last 24 hours. Reads the ledger, never the conversation. */
export async function sumLedger(tx: Tx, of: { subject: string | null; customerId: string; tool: string; key: string }) {
  const since = new Date((await databaseNow(tx)).getTime() - 24 * 3_600_000);
  const whose = of.subject ? { subject: of.subject } : { customerId: of.customerId };
  const sum = await tx.action.aggregate({
    where: { ...whose, tool: of.tool, createdAt: { gte: since }, status: { in: counted }, key: { not: of.key } },
    _count: true,
    _sum: { amountCents: true },
  });
  const changes = await tx.action.count({
    where: {
      ...whose,
      tool: 'accounts.change_email',
      createdAt: { gte: since },
      status: { in: ['started', 'succeeded', 'unknown'] },
    },
  });
  return { today: sum._count, todayCents: sum._sum.amountCents ?? 0, emailChangedToday: changes > 0 };
}
