import { z } from 'zod';
import { sortSchema, viewKeySchema } from '@/lib/conversations/conversation.schema';
import { listConversations } from '@/lib/conversations/list-conversations';
import { personRoute } from '@/lib/http/route';

const query = z.object({
  view: viewKeySchema.default('needs-me'),
  team: z.uuid().optional(),
  sort: sortSchema.optional(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const GET = personRoute({ permission: 'conversations.work', query }, ({ actor, query: asked }) =>
  listConversations(actor, asked),
);
