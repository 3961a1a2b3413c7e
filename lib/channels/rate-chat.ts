import type { z } from 'zod';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { takeRating } from '../surveys/take-rating';
import type { rateChatSchema } from './chat.schema';
import type { ChatVisitor } from './chat-visitor';
import { findChat } from './find-chat';

/** Keeps how the customer found it, once the conversation is closed; said again, the later word counts. */
export async function rateChat(visitor: ChatVisitor, rated: z.infer<typeof rateChatSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    await findChat(visitor, rated.conversationId, tx);
    const conversation = await lockConversation(tx, rated.conversationId);
    if (conversation.state !== 'closed') {
      throw new AppError('conflict', 'This conversation is still open. Rate it once it is closed.');
    }
    await takeRating(tx, conversation, rated);
  });
}

/** Notes that the question stood before the customer's eyes at the end of a chat, so that it is known how many of those answer. */
export async function noteRatingShown(visitor: ChatVisitor, conversationId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await findChat(visitor, conversationId, tx);
    const { state, ratingAskedAt } = await lockConversation(tx, conversationId);
    if (state !== 'closed' || ratingAskedAt) return;
    await tx.conversation.update({ where: { id: conversationId }, data: { ratingAskedAt: await databaseNow(tx) } });
    await recordEvent(tx, 'conversation.changed', { conversationId });
  });
}
