import type { z } from 'zod';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { openVault } from '../privacy/open-vault';
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
    const vault = await openVault(tx, conversation.id);
    const ratingComment = rated.comment ? vault.takeIn(rated.comment) : undefined;
    await vault.keep();
    await tx.conversation.update({
      where: { id: conversation.id },
      data: {
        rating: rated.rating,
        ratedAt: await databaseNow(tx),
        ratingComment,
      },
    });
    await recordEvent(tx, 'conversation.rated', { conversationId: conversation.id });
  });
}
