import { z } from 'zod';
import { mostTyped } from '@/lib/conversations/query.schema';
import { searchConversations } from '@/lib/conversations/search-conversations';
import { personRoute } from '@/lib/http/route';

const query = z.object({
  q: z.string().max(mostTyped),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const GET = personRoute({ permission: 'conversations.work', query }, ({ actor, query: asked }) =>
  searchConversations(actor, asked),
);
