import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { acknowledgeHandoff } from './handoff/acknowledge';
import { writeHandoff } from './handoff/write-handoff';
import { firstNameOf } from './name-customer';
import { saveHandoff } from './save-handoff';

/**
 * Ends a turn at once while the assistant may not answer: the customer hears that a person comes, and people get the
 * conversation with what the turn had done by then. Safe to call twice; does nothing once a person holds it.
 */
export async function handOverTurn(turnId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const turn = await tx.turn.findUniqueOrThrow({ where: { id: turnId } });
    const conversation = await lockConversation(tx, turn.conversationId);
    const mine = conversation.holder === 'assistant' && conversation.state === 'open';
    const ended = await tx.turn.updateMany({
      where: { id: turnId, status: 'running' },
      data: {
        status: mine ? 'saved' : 'superseded',
        outcome: mine ? 'handed_over' : 'superseded',
        tier: 'escalated',
        why: 'The assistant is switched off.',
        endedAt: new Date(),
      },
    });
    if (ended.count === 0 || !mine) return;
    const customer = await tx.customer.findUniqueOrThrow({ where: { id: conversation.customerId } });
    const message = await tx.message.findUniqueOrThrow({ where: { id: turn.messageId } });
    const actions = await tx.action.findMany({ where: { turnId }, orderBy: { createdAt: 'asc' } });
    const language = conversation.language ?? customer.language ?? 'en';
    await appendMessage(tx, {
      conversationId: conversation.id,
      channelId: conversation.channelId,
      author: 'assistant',
      text: acknowledgeHandoff({ language, asked: false, failed: false }),
      turnId,
    });
    const handoff = writeHandoff({
      parts: [],
      need: {
        reason: 'switched_off',
        stopped: 'The assistant is switched off, so people answer every conversation.',
        missing: [],
        suggestion: null,
      },
      asked: message.text,
      customer: {
        name: customer.name,
        firstName: firstNameOf(customer.name),
        verified: conversation.verified,
        tier: customer.tier,
      },
      heldBack: null,
      facts: [],
    });
    await saveHandoff(tx, conversation.id, {
      ...handoff,
      tried: actions.map(({ says, status }) => ({
        what: status === 'succeeded' ? says : `${says}: ${status.replaceAll('_', ' ')}`,
        ok: status === 'succeeded',
      })),
      turnId,
      teamKey: null,
      sentiment: conversation.sentiment,
      language,
      confidence: null,
    });
    await recordEvent(tx, 'turn.finished', { conversationId: conversation.id, turnId });
  });
}
