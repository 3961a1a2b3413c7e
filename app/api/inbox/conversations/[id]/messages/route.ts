import { z } from 'zod';
import { readOlder } from '@/lib/conversations/read-older';
import { personRoute } from '@/lib/http/route';

const query = z.object({ before: z.string().min(1).max(100) });

export const GET = personRoute({ permission: 'conversations.work', query }, ({ actor, params, query: { before } }) =>
  readOlder(actor, params.id!, before),
);
