import { appendAudit } from '../audit/append-audit';
import { type PersonActor, visibleTo } from '../auth/permissions';
import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import type { Action } from '../platform/records';
import { decideVote } from './decide-vote';
import { mayDecide, rankOf } from './who-decides';

export type ApprovalRequest = { actionId: string; decision: 'approve' | 'refuse'; reason?: string };

/** `waiting_approval`: this yes counts, and a second person's is needed. */
export type Decided = { status: 'approved' | 'refused' | 'waiting_approval' };

/**
 * Approves or refuses an action that waits. Of two at once one is heard, the other gets `conflict` with who decided.
 * The work itself is the worker's: this only decides, and tells it.
 */
export async function decideApproval(
  person: PersonActor,
  { actionId, decision, reason }: ApprovalRequest,
): Promise<Decided> {
  const missing = new AppError('not_found', 'There is no such action.');
  if (!isId(actionId)) throw missing;
  const why = reason?.trim() || null;
  if (decision === 'refuse' && !why)
    throw new AppError('invalid', 'reason: say why it is refused; the next person needs it.');
  return inTransaction(async (tx) => {
    const found = await tx.action.findFirst({
      where: { id: actionId, conversation: visibleTo(person) },
      select: { conversationId: true, approvers: true },
    });
    if (!found) throw missing;
    if (!mayDecide(person, found)) throw new AppError('forbidden', `This needs ${article(rankOf(found))}.`);
    // The conversation first, as everywhere: its lines are appended under this lock.
    const conversation = await lockConversation(tx, found.conversationId);
    await tx.$queryRaw`SELECT id FROM "Action" WHERE id = ${actionId}::uuid FOR UPDATE`;
    const action = await tx.action.findUniqueOrThrow({ where: { id: actionId }, include: { approvals: true } });
    const now = await databaseNow(tx);
    const vote = { personId: person.id, decision };
    const outcome = decideVote({ ...action, votes: action.approvals }, vote, await sayDecided(tx, action), now);
    if (outcome.kind === 'not_heard') throw new AppError(outcome.code, outcome.why);

    const { status } = outcome;
    await tx.approval.upsert({
      where: { actionId_personId: { actionId, personId: person.id } },
      create: { id: newId(), actionId, personId: person.id, decision, reason: why, createdAt: now },
      update: { decision, reason: why, createdAt: now },
    });
    if (status !== 'waiting_approval')
      await tx.action.update({
        where: { id: actionId },
        data: { status, decidedBy: person.id, decidedAt: now, reason: why },
      });
    const about = { conversationId: action.conversationId, actionId };
    await appendMessage(tx, {
      conversationId: conversation.id,
      channelId: conversation.channelId,
      author: 'system',
      kind: 'event',
      text: sayVote(person.name, status, action),
      personId: person.id,
      event: { name: status === 'waiting_approval' ? 'agreed' : status },
    });
    if (status === 'approved') await recordEvent(tx, 'action.approved', about);
    if (status === 'refused') await recordEvent(tx, 'action.refused', about);
    await recordEvent(tx, 'action.changed', about);
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: `action.${decision}`,
      subject: { kind: 'action', id: actionId },
      before: { status: action.status },
      after: { status, reason: why },
    });
    return { status };
  });
}

const article = (rank: string): string => (rank === 'supervisor' ? 'a supervisor' : `an ${rank}`);

function sayVote(name: string, status: Decided['status'], { says, approvalsNeeded, approvals }: Voted): string {
  if (status === 'refused') return `${name} refused: ${says}`;
  if (status === 'approved') return `${name} approved: ${says}`;
  const left = approvalsNeeded - approvals.filter(({ decision }) => decision === 'approve').length - 1;
  return `${name} agreed: ${says}. ${left === 1 ? 'One more person has' : `${left} more people have`} to.`;
}

type Voted = Action & { approvals: { decision: string }[] };

const ends: Partial<Record<Action['status'], string>> = {
  expired: 'Nobody decided in time. People take the conversation over.',
  denied: 'A rule denies this.',
};

/** How it was decided, for who comes too late. */
async function sayDecided(tx: Tx, action: Action): Promise<string> {
  const known = ends[action.status];
  if (known) return known;
  const by = action.decidedBy ? await tx.person.findUnique({ where: { id: action.decidedBy } }) : null;
  if (!by || !action.decidedAt) return 'Somebody has decided this already.';
  const at = action.decidedAt.toISOString().slice(11, 16);
  return `${by.name} ${action.status === 'refused' ? 'refused' : 'approved'} this at ${at} UTC.`;
}
