import { type MessageAccepted, sendMessageSchema } from '@/lib/channels/chat.schema';
import { findChatVisitor, nameVisitor } from '@/lib/channels/chat-visitor';
import { limitChat } from '@/lib/channels/limit-chat';
import { publicRoute } from '@/lib/http/route';
import { receiveMessage } from '@/lib/pipeline/receive-message';

/** A customer's message. Stored when this answers 202; sent again under the same client id it stays one message. */
export const POST = publicRoute({ body: sendMessageSchema }, async ({ body, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  const name = nameVisitor(visitor);
  await limitChat('message', name, request.headers);
  const { conversationId, messageId, repeated } = await receiveMessage({
    ...visitor,
    text: body.text,
    conversationId: body.conversationId,
    // With the visitor's name before it: another visitor's client id never finds this message.
    externalId: `${name}:${body.clientId}`,
  });
  return Response.json({ conversationId, messageId, repeated } satisfies MessageAccepted, {
    status: 202,
    headers: { 'cache-control': 'no-store' },
  });
});
