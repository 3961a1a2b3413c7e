import { personRoute } from '@/lib/http/route';
import { spentQuerySchema } from '@/lib/levels/level.schema';
import { listSpent } from '@/lib/levels/list-spent';

export const GET = personRoute({ permission: 'metrics.read', query: spentQuerySchema }, async ({ actor, query }) =>
  listSpent(actor, query),
);
