import { keyRoute } from '@/lib/http/route';
import { viewApiConversation } from '@/lib/pipeline/view-api-conversation';

export const GET = keyRoute({ scope: 'conversations:read' }, ({ actor, params }) =>
  viewApiConversation(params.id!, actor),
);
