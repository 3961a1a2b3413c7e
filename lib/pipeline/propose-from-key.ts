import { appendAudit } from '../audit/append-audit';
import type { KeyActor } from '../auth/find-api-key';
import { appendMessage } from '../conversations/append-message';
import { lockConversation } from '../conversations/lock-conversation';
import { inTransaction } from '../platform/db';
import { destroyCardData } from '../privacy/destroy-card-data';

/**
 * Leaves a reply another assistant proposes as a note: people read it, and send it or not. Nothing reaches the customer.
 * Throws `not_found`.
 */
export async function proposeFromKey(
  key: KeyActor,
  { conversationId, text }: { conversationId: string; text: string },
): Promise<{ note: string }> {
  return inTransaction(async (tx) => {
    const { channelId } = await lockConversation(tx, conversationId);
    const note = await appendMessage(tx, {
      conversationId,
      channelId,
      author: 'system',
      kind: 'note',
      text: `${key.name} proposes a reply:\n\n${destroyCardData(text).text}`,
    });
    await appendAudit(tx, {
      actor: { kind: 'key', id: key.id },
      action: 'conversation.reply_proposed',
      subject: { kind: 'conversation', id: conversationId },
    });
    return { note: note.id };
  });
}
