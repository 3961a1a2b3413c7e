import { db, inTransaction } from '../platform/db';
import { lockConversation } from './lock-conversation';
import { moveConversation } from './move-conversation';

const silentHours = 72;

/**
 * Ends what the assistant answered and nobody came back to for 72 hours: `assumed` after a real answer,
 * `abandoned` when the customer left a question open. What waits for another system or for its time is not silent.
 */
export async function closeSilent(): Promise<void> {
  const silent = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id::text FROM "Conversation" c
    WHERE c.state = 'open' AND c.holder = 'assistant' AND c."lastMessageAt" < clock_timestamp() - make_interval(hours => ${silentHours})
      AND NOT EXISTS (SELECT 1 FROM "Action" a WHERE a."conversationId" = c.id AND a.status IN ('waiting_approval', 'approved', 'started', 'unknown'))
      AND NOT EXISTS (SELECT 1 FROM "PlaybookRun" r WHERE r."conversationId" = c.id AND (r.state = 'running' OR r.state = 'waiting' AND r."waitsFor" <> 'customer'))
    LIMIT 100`;
  for (const { id } of silent) {
    await inTransaction(async (tx) => {
      const conversation = await lockConversation(tx, id);
      if (conversation.state !== 'open' || conversation.holder !== 'assistant') return;
      const last = await tx.turn.findFirst({
        where: { conversationId: id, status: 'saved' },
        orderBy: { number: 'desc' },
      });
      const resolution = last?.outcome === 'replied' ? 'assumed' : 'abandoned';
      const says =
        resolution === 'assumed'
          ? 'Solved: answered, and nobody came back for 72 hours'
          : 'Ended: the customer left before an answer';
      await moveConversation(tx, conversation, {
        move: { kind: 'close' },
        actor: { kind: 'system', id: null },
        says,
        data: { resolution },
      });
    });
  }
}
