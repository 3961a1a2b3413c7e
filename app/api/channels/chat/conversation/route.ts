import { chatQuerySchema } from '@/lib/channels/chat.schema';
import { findChatVisitor } from '@/lib/channels/chat-visitor';
import { readChat } from '@/lib/channels/read-chat';
import { publicRoute } from '@/lib/http/route';

export const GET = publicRoute({ query: chatQuerySchema }, async ({ query, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  return readChat(visitor, query.conversation, query.after);
});
