import { askPersonSchema, type PersonAsked } from '@/lib/channels/chat.schema';
import { findChatVisitor, nameVisitor } from '@/lib/channels/chat-visitor';
import { limitChat } from '@/lib/channels/limit-chat';
import { publicRoute } from '@/lib/http/route';
import { askForPerson } from '@/lib/pipeline/ask-for-person';

/** "Talk to a person": obeyed before this answers. */
export const POST = publicRoute({ body: askPersonSchema }, async ({ body, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  await limitChat('message', nameVisitor(visitor), request.headers);
  return (await askForPerson({ ...visitor, conversationId: body.conversationId })) satisfies PersonAsked;
});
