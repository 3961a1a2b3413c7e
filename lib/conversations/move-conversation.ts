import { type Actor, appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Conversation, Prisma } from '../platform/records';
import { appendMessage } from './append-message';
import { decideMove, type Move } from './decide-move';
import { stampPromise } from './stamp-promise';
import { awake } from './wake-conversation';

export type MoveRequest = {
  move: Move;
  actor: Actor;
  /** What the conversation shows of it: "Nora took it". Null shows nothing. */
  says: string | null;
  /** What else changes with it. */
  data?: Prisma.ConversationUncheckedUpdateInput;
};

const refusals = {
  closed: 'This conversation is solved. Reopen it first.',
  open: 'This conversation is open already.',
  held_by_agent: 'Somebody else holds this conversation.',
  not_held: 'Nobody holds this conversation.',
  already: 'That is how it stands already.',
} as const;

/** After these nobody waits for a later hour any more. */
const waking = new Set<Move['kind']>(['take', 'hand_back', 'close', 'reopen']);

/**
 * Moves a conversation the caller has locked, as a compare-and-set on its version, with reason, actor and time.
 * Throws `conflict` when the machine refuses or somebody was faster.
 */
export async function moveConversation(tx: Tx, now: Conversation, request: MoveRequest): Promise<Conversation> {
  const decision = decideMove(now, request.move);
  if (!decision.ok) throw new AppError('conflict', refusals[decision.why], { why: decision.why });

  // Taken apart first, or its customer would write into two conversations.
  if (now.mergedIntoId && request.data?.mergedIntoId === undefined)
    throw new AppError('conflict', 'This conversation is part of another one now. Take it out first.');

  const { holder, state, agentId } = decision.next;
  const wakes = waking.has(request.move.kind) ? awake : {};
  const changed = await tx.conversation.updateMany({
    where: { id: now.id, version: now.version },
    data: { ...wakes, ...request.data, holder, state, agentId, version: { increment: 1 } },
  });
  if (changed.count === 0) throw new AppError('conflict', 'Somebody was faster.');
  await stampTimes(tx, now, decision.next);

  if (request.says !== null) {
    await appendMessage(tx, {
      conversationId: now.id,
      channelId: now.channelId,
      author: 'system',
      kind: 'event',
      text: request.says,
      personId: request.actor.kind === 'person' ? request.actor.id : null,
      event: { name: request.move.kind },
    });
  }
  await recordEvent(tx, 'conversation.changed', { conversationId: now.id });
  await appendAudit(tx, {
    actor: request.actor,
    action: `conversation.${request.move.kind}`,
    subject: { kind: 'conversation', id: now.id },
    before: { holder: now.holder, state: now.state, agentId: now.agentId },
    after: { holder, state, agentId },
  });
  return tx.conversation.findUniqueOrThrow({ where: { id: now.id } });
}

/** Waiting begins when the assistant lets go and ends with the assistant or the close; the database's clock says when. */
async function stampTimes(tx: Tx, before: Conversation, next: { holder: string; state: string }): Promise<void> {
  if (next.state === 'closed') {
    await tx.$executeRaw`UPDATE "Conversation" SET "closedAt" = clock_timestamp(), "waitingSince" = NULL WHERE id = ${before.id}::uuid`;
  } else if (next.holder === 'assistant') {
    await tx.$executeRaw`UPDATE "Conversation" SET "closedAt" = NULL, "waitingSince" = NULL WHERE id = ${before.id}::uuid`;
  } else if (before.waitingSince === null && next.holder === 'queue') {
    await tx.$executeRaw`UPDATE "Conversation" SET "waitingSince" = clock_timestamp() WHERE id = ${before.id}::uuid`;
  }
  if (next.state === 'open' && next.holder === 'queue')
    // What it asks of who takes it, by what it is about when it comes to people.
    await tx.$executeRaw`
      UPDATE "Conversation" c SET skills = coalesce((SELECT array_agg(s.key ORDER BY s.key) FROM "Skill" s WHERE c.intent = ANY (s.intents)), '{}')
      WHERE c.id = ${before.id}::uuid`;
  await stampPromise(tx, before.id);
}
