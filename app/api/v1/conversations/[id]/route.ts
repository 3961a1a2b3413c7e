import { keyRoute } from '@/lib/http/route';
import { viewApiConversation } from '@/lib/pipeline/view-api-conversation';

export const GET = keyRoute({ scope: 'conversations:read' }, ({ params }) => viewApiConversation(params.id!));
