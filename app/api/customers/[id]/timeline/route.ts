import { z } from 'zod';
import { timelineKindSchema } from '@/lib/conversations/customer.schema';
import { readTimeline } from '@/lib/conversations/view-customer';
import { personRoute } from '@/lib/http/route';

const query = z.object({
  kind: timelineKindSchema.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const GET = personRoute({ permission: 'conversations.work', query }, ({ actor, params, query: asked }) =>
  readTimeline(actor, params.id!, {
    kinds: asked.kind ? [asked.kind] : timelineKindSchema.options,
    after: asked.after,
    limit: asked.limit,
  }),
);
