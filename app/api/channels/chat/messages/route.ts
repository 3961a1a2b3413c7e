import { sendMessageSchema } from '@/lib/channels/chat.schema';
import { findChatVisitor, nameVisitor } from '@/lib/channels/chat-visitor';
import { limitChat } from '@/lib/channels/limit-chat';
import { publicRoute } from '@/lib/http/route';
import { receiveFromChat } from '@/lib/pipeline/receive-from-chat';

/** A customer's message. Stored when this answers 202; sent again under the same client id it stays one message. */
export const POST = publicRoute({ body: sendMessageSchema }, async ({ body, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  await limitChat('message', nameVisitor(visitor), request.headers);
  return Response.json(await receiveFromChat(visitor, body), {
    status: 202,
    headers: { 'cache-control': 'no-store' },
  });
});
