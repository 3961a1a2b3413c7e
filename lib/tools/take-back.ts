import { appendAudit } from '../audit/append-audit';
import { appendEvent } from '../conversations/append-event';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import type { Decision, DecisionScope } from '../governance/policy.schema';
import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Action } from '../platform/records';
import { type Proposal, proposeLocked } from './propose-action';

/** Ended without having been carried out: asking again decides anew, on the same row and under the same key. */
const ended = ['denied', 'refused', 'expired', 'failed'] as const;
const statusOf = { allow: 'approved', deny: 'denied', needs_approval: 'waiting_approval' } as const;

/** The key of what takes an action back: the same however often it is asked for. */
export const undoKey = (firstId: string): string => `undo:${firstId}`;

export type TakeBack = {
  firstId: string;
  proposal: Omit<Proposal, 'key' | 'compensatesId'>;
  decide: (ledger: DecisionScope['ledger']) => Decision;
  /** Who asks; null is a playbook. */
  person: { id: string; name: string } | null;
};

/**
 * Puts into the ledger that an action is to be taken back: one row for each action that was, however often and by however
 * many it is asked for. Approved by a person's asking it goes to the worker with the commit. Throws `conflict` where there
 * is nothing to take back.
 */
export async function proposeTakeBack({ firstId, proposal, decide, person }: TakeBack): Promise<{
  action: Action;
  decision: Decision;
}> {
  return inTransaction(async (tx) => {
    const conversation = await lockConversation(tx, proposal.conversationId);
    await tx.$queryRaw`SELECT id FROM "Action" WHERE id = ${firstId}::uuid FOR UPDATE`;
    const first = await tx.action.findUniqueOrThrow({ where: { id: firstId } });
    if (first.status !== 'succeeded' && first.status !== 'compensated')
      throw new AppError('conflict', 'It was not carried out, so there is nothing to take back.');
    const before = await tx.action.findUnique({ where: { compensatesId: firstId } });
    const { action, decision } = await proposeLocked(
      tx,
      { ...proposal, key: undoKey(firstId), compensatesId: firstId },
      decide,
    );
    const fresh = !before || (isEnded(before) && decision.effect !== 'deny');
    const now = before && fresh ? await reopen(tx, before, decision, person?.id ?? null) : action;
    if (!fresh || !person) return { action: now, decision };

    const approved = now.status === 'approved';
    const decided = approved
      ? await tx.action.update({
          where: { id: now.id },
          data: { decidedBy: person.id, decidedAt: await databaseNow(tx), askedById: person.id },
        })
      : now;
    const says = { approved: 'takes back', waiting_approval: 'asks to take back' }[now.status as string];
    if (says)
      await appendEvent(tx, conversation, {
        name: 'takes_back',
        says: `${person.name} ${says}: ${first.says}`,
        personId: person.id,
      });
    const about = { conversationId: conversation.id, actionId: now.id };
    if (approved) await recordEvent(tx, 'action.approved', about);
    await recordEvent(tx, 'action.changed', about);
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'action.compensate',
      subject: { kind: 'action', id: firstId },
      after: { by: now.id, status: now.status },
    });
    return { action: decided, decision };
  });
}

const isEnded = ({ status }: Action): boolean => (ended as readonly string[]).includes(status);

async function reopen(tx: Tx, { id }: Action, decision: Decision, askedById: string | null): Promise<Action> {
  await tx.approval.deleteMany({ where: { actionId: id } });
  const now = await databaseNow(tx);
  return tx.action.update({
    where: { id },
    data: {
      status: statusOf[decision.effect],
      policy: decision.policy,
      policyVersion: decision.version,
      rule: decision.rule,
      effect: decision.effect,
      findings: { checks: decision.findings, cel: decision.cel, says: decision.agent },
      approvers: decision.approvers,
      askedById,
      reminded: 0,
      decidedBy: null,
      decidedAt: null,
      reason: null,
      error: null,
      endedAt: null,
      dueAt: decision.effect === 'needs_approval' ? new Date(now.getTime() + 3_600_000) : null,
    },
  });
}

/** What was taken back is marked so, in the transaction that notes that it was. */
export async function markTakenBack(tx: Tx, { compensatesId, conversationId }: Action): Promise<void> {
  if (!compensatesId) return;
  const marked = await tx.action.updateMany({
    where: { id: compensatesId, status: 'succeeded' },
    data: { status: 'compensated' },
  });
  if (marked.count > 0) await recordEvent(tx, 'action.changed', { conversationId, actionId: compensatesId });
}
