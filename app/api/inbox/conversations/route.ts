import { z } from 'zod';
import { sortSchema, viewKeySchema } from '@/lib/conversations/conversation.schema';
import { listConversations } from '@/lib/conversations/list-conversations';
import { mostTyped } from '@/lib/conversations/query.schema';
import { findSavedView } from '@/lib/conversations/saved-views';
import { personRoute } from '@/lib/http/route';

const query = z.object({
  view: viewKeySchema.default('needs-me'),
  team: z.uuid().optional(),
  saved: z.uuid().optional(),
  q: z.string().max(mostTyped).optional(),
  sort: sortSchema.optional(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const GET = personRoute(
  { permission: 'conversations.work', query },
  async ({ actor, query: { saved, q, ...asked } }) => {
    // What stands in the address wins: one is changing a saved view, or trying to.
    const narrowed = q ?? (saved ? (await findSavedView(actor, saved)).query : undefined);
    return listConversations(actor, { ...asked, ...(narrowed ? { q: narrowed } : {}) });
  },
);
