import { z } from 'zod';
import { hearConversations } from '@/lib/conversations/hear-conversations';
import { eventStream } from '@/lib/http/event-stream';
import { personRoute } from '@/lib/http/route';

/** A new line begins `after` what its page was made from; one that broke goes on after `Last-Event-ID`. */
const query = z.object({ after: z.string().max(40).optional() });

/** What happens, live, to whoever may see it. */
export const GET = personRoute({ permission: 'conversations.work', query }, ({ actor, request, query: { after } }) =>
  Promise.resolve(
    eventStream(request.signal, (send, end) =>
      hearConversations(actor, request.headers.get('last-event-id') ?? after ?? null, send, end),
    ),
  ),
);
