import { hearConversations } from '@/lib/conversations/hear-conversations';
import { eventStream } from '@/lib/http/event-stream';
import { personRoute } from '@/lib/http/route';

/** What happens, live, to whoever may see it; goes on after `Last-Event-ID`. */
export const GET = personRoute({ permission: 'conversations.work' }, ({ actor, request }) =>
  Promise.resolve(
    eventStream(request.signal, (send) => hearConversations(actor, request.headers.get('last-event-id'), send)),
  ),
);
