import { appendAudit } from '../audit/append-audit';
import { may, type PersonActor, visibleTo } from '../auth/permissions';
import { appendMessage } from '../conversations/append-message';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';

export type ApprovalRequest = { actionId: string; decision: 'approve' | 'refuse'; reason?: string };

/** What a policy asks for by the rank of who approves, as what that person must be allowed to do. */
const needs = { agent: 'conversations.work', supervisor: 'actions.approve', admin: 'actions.approve_any' } as const;

/**
 * Approves or refuses an action that waits. Of two at once one is heard, the other gets `conflict`.
 * The work itself is the worker's: this only decides, and tells it.
 */
export async function decideApproval(
  person: PersonActor,
  { actionId, decision, reason }: ApprovalRequest,
): Promise<void> {
  const missing = new AppError('not_found', 'There is no such action.');
  if (!isId(actionId)) throw missing;
  if (decision === 'refuse' && !reason?.trim())
    throw new AppError('invalid', 'reason: say why it is refused; the next person needs it.');
  await inTransaction(async (tx) => {
    const action = await tx.action.findFirst({
      where: { id: actionId, conversation: visibleTo(person) },
      include: { conversation: true },
    });
    if (!action) throw missing;
    const needed = (action.approvers ?? 'supervisor') as keyof typeof needs;
    if (!may(person, needs[needed])) throw new AppError('forbidden', `This needs a ${needed}.`);

    const status = decision === 'approve' ? 'approved' : 'refused';
    const decided = await tx.action.updateMany({
      where: { id: actionId, status: 'waiting_approval' },
      data: { status, decidedBy: person.id, decidedAt: new Date(), reason: reason?.trim() || null },
    });
    if (decided.count === 0) throw new AppError('conflict', 'Somebody has decided this already.');
    const about = { conversationId: action.conversationId, actionId };
    await appendMessage(tx, {
      conversationId: action.conversationId,
      channelId: action.conversation.channelId,
      author: 'system',
      kind: 'event',
      text:
        decision === 'approve' ? `${person.name} approved: ${action.says}` : `${person.name} refused: ${action.says}`,
      personId: person.id,
      event: { name: status },
    });
    await recordEvent(tx, decision === 'approve' ? 'action.approved' : 'action.refused', about);
    await recordEvent(tx, 'action.changed', about);
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: `action.${decision}`,
      subject: { kind: 'action', id: actionId },
      after: { status, reason: reason ?? null },
    });
  });
}
