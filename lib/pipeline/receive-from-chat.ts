import type { MessageAccepted, SendChatMessage } from '../channels/chat.schema';
import { type ChatVisitor, nameVisitor } from '../channels/chat-visitor';
import { dropUploads, readUploads } from '../channels/take-uploads';
import { db } from '../platform/db';
import { receiveMessage } from './receive-message';

/** Stores what a visitor sends, with the files they attached. Sent again under the same client id it stays one message. */
export async function receiveFromChat(
  visitor: ChatVisitor,
  { text, conversationId, clientId, files }: SendChatMessage,
): Promise<MessageAccepted> {
  // With the visitor's name before it: another visitor's client id never finds this message.
  const externalId = `${nameVisitor(visitor)}:${clientId}`;
  const { channelId } = visitor;
  // Sent before, its files are the message's by now and no longer lie here.
  const known = await db().message.findUnique({
    where: { channelId_externalId: { channelId, externalId } },
    select: { id: true },
  });
  const attached = known ? [] : await readUploads(visitor, files);
  const received = await receiveMessage({ ...visitor, text, files: attached, conversationId, externalId });
  await dropUploads(visitor, files);
  return { conversationId: received.conversationId, messageId: received.messageId, repeated: received.repeated };
}
