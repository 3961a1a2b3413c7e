import { ratingShownSchema } from '@/lib/channels/chat.schema';
import { findChatVisitor, nameVisitor } from '@/lib/channels/chat-visitor';
import { limitChat } from '@/lib/channels/limit-chat';
import { noteRatingShown } from '@/lib/channels/rate-chat';
import { publicRoute } from '@/lib/http/route';

export const POST = publicRoute({ body: ratingShownSchema }, async ({ body, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  await limitChat('message', nameVisitor(visitor), request.headers);
  await noteRatingShown(visitor, body.conversationId);
  return { ok: true };
});
