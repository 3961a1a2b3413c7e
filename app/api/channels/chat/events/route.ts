import { chatQuerySchema } from '@/lib/channels/chat.schema';
import { findChatVisitor } from '@/lib/channels/chat-visitor';
import { findChat } from '@/lib/channels/find-chat';
import { watchChat } from '@/lib/channels/watch-chat';
import { eventStream } from '@/lib/http/event-stream';
import { publicRoute } from '@/lib/http/route';

export const GET = publicRoute({ query: chatQuerySchema }, async ({ query, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  // Before the stream begins, so that a foreign conversation is a 404 and not a stream that ends.
  await findChat(visitor, query.conversation);
  const after = request.headers.get('last-event-id');
  return eventStream(request.signal, (send) => watchChat(visitor, query.conversation, after, send));
});
