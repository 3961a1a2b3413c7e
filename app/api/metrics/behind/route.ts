import { personRoute } from '@/lib/http/route';
import { listBehind } from '@/lib/metrics/list-behind';
import { behindQuerySchema } from '@/lib/metrics/metric.schema';

export const POST = personRoute({ permission: 'conversations.work', body: behindQuerySchema }, ({ actor, body }) =>
  listBehind(actor, body),
);
