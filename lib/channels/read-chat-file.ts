import { findThread } from '../conversations/find-thread';
import { readSentAttachment, type StoredFile } from '../conversations/read-attachment';
import { AppError } from '../platform/errors';
import type { ChatVisitor } from './chat-visitor';
import { findChat } from './find-chat';
import { readChatMessage } from './read-chat';

/** A file of a message that this visitor sees in their conversation. Throws `not_found`. */
export async function readChatFile(visitor: ChatVisitor, conversationId: string, id: string): Promise<StoredFile> {
  const conversation = await findChat(visitor, conversationId);
  const file = await readSentAttachment(id);
  if (!(await readChatMessage(await findThread(conversation.id), file.messageId)))
    throw new AppError('not_found', 'There is no such file.');
  return file;
}
