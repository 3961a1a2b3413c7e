import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { openVault } from '../privacy/open-vault';
import { acknowledgeHandoff } from './handoff/acknowledge';
import { writeHandoff } from './handoff/write-handoff';
import { firstNameOf } from './name-customer';
import type { HandoffNeed } from './plan.schema';
import { saveHandoff } from './save-handoff';

/**
 * The last resort: whatever broke a turn, the customer hears a plain sentence and a person gets the conversation,
 * with what the ledger knows. Safe to call twice; does nothing when the turn has ended or a person holds it already.
 */
export async function failTurn(messageId: string, cause: string): Promise<void> {
  await inTransaction(async (tx) => {
    const message = await tx.message.findUnique({ where: { id: messageId } });
    if (!message) return;
    const conversation = await lockConversation(tx, message.conversationId);
    const vault = await openVault(tx, message.conversationId);
    const error = vault.hide(cause.slice(0, 500));
    await vault.keep();
    const failed = await tx.turn.updateMany({
      where: { messageId, status: 'running' },
      data: {
        status: 'failed',
        outcome: 'handed_over',
        tier: 'escalated',
        error,
        endedAt: new Date(),
      },
    });
    const turn = await tx.turn.findUnique({ where: { messageId } });
    if (turn && failed.count === 0) return; // another process has ended it: the customer has their answer
    await tx.playbookRun.updateMany({
      where: {
        conversationId: conversation.id,
        OR: [{ wokenBy: messageId }, { state: 'waiting', waitsFor: 'customer' }],
      },
      data: { state: 'handed_over', endedAt: new Date() },
    });
    if (conversation.holder !== 'assistant' || conversation.state !== 'open') return;

    const customer = await tx.customer.findUniqueOrThrow({ where: { id: conversation.customerId } });
    const actions = turn ? await tx.action.findMany({ where: { turnId: turn.id } }) : [];
    const language = conversation.language ?? customer.language ?? 'en';
    await appendMessage(tx, {
      conversationId: conversation.id,
      channelId: conversation.channelId,
      author: 'assistant',
      text: acknowledgeHandoff({ language, asked: false, failed: true }),
      turnId: turn?.id ?? null,
    });
    const need: HandoffNeed = {
      reason: 'technical_failure',
      stopped: 'The assistant failed on this message; the cause is in the dead letters.',
      missing: [],
      suggestion: null,
    };
    const handoff = writeHandoff({
      parts: [],
      need,
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
    const tried = actions.map((action) => ({
      what: `${action.says}: ${action.status}`,
      ok: action.status === 'succeeded',
    }));
    await saveHandoff(tx, conversation.id, {
      ...handoff,
      tried,
      turnId: turn?.id ?? null,
      teamKey: null,
      sentiment: null,
      language,
      confidence: null,
    });
    if (turn) await recordEvent(tx, 'turn.finished', { conversationId: conversation.id, turnId: turn.id });
  });
}
