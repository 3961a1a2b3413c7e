import { openChatSchema } from '@/lib/channels/chat.schema';
import { limitChat } from '@/lib/channels/limit-chat';
import { openChat } from '@/lib/channels/open-chat';
import { publicRoute } from '@/lib/http/route';

/** Begins a visit, or goes on with it: a chat token, and the conversation as it stands. */
export const POST = publicRoute({ body: openChatSchema }, async ({ body, request }) => {
  await limitChat('session', null, request.headers);
  return openChat(body);
});
