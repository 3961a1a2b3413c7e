import { appendAudit } from '../audit/append-audit';
import type { KeyActor } from '../auth/find-api-key';
import { lockConversation } from '../conversations/lock-conversation';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { passToPeople } from './pass-to-people';

/**
 * Passes a conversation to people for another assistant, with its reason. People had it before: nothing changes, and it
 * says so. Throws `not_found`, and `conflict` for one that is closed.
 */
export async function handOverFromKey(
  key: KeyActor,
  { conversationId, why, missing }: { conversationId: string; why: string; missing: string[] },
): Promise<{ holder: 'queue' | 'agent'; already: boolean }> {
  return inTransaction(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    if (conversation.holder !== 'assistant') return { holder: conversation.holder, already: true };
    if (conversation.state !== 'open') throw new AppError('conflict', 'This conversation is closed.');
    await passToPeople(tx, conversation, {
      event: { name: 'handed_over', says: `${key.name} passed it to people` },
      asked: false,
      need: { reason: 'handed_over', stopped: why, missing, suggestion: null },
    });
    await appendAudit(tx, {
      actor: { kind: 'key', id: key.id },
      action: 'conversation.handed_over',
      subject: { kind: 'conversation', id: conversationId },
    });
    return { holder: 'queue', already: false };
  });
}
