import { viewConversation } from '@/lib/conversations/view-conversation';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor, params }) =>
  viewConversation(actor, params.id!),
);
