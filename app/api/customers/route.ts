import { z } from 'zod';
import { listCustomers } from '@/lib/conversations/list-customers';
import { personRoute } from '@/lib/http/route';

const query = z.object({
  q: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const GET = personRoute({ permission: 'conversations.work', query }, ({ actor, query: asked }) =>
  listCustomers(actor, asked),
);
