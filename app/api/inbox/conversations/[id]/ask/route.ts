import { personRoute } from '@/lib/http/route';
import { askConversation } from '@/lib/pipeline/ask-conversation';
import { askConversationInput } from '@/lib/pipeline/ask-conversation.schema';

export const POST = personRoute(
  { permission: 'conversations.work', body: askConversationInput },
  ({ actor, params, body }) => askConversation(actor, params.id!, body.question),
);
