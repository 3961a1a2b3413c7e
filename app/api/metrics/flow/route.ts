import { personRoute } from '@/lib/http/route';
import { spanQuerySchema } from '@/lib/metrics/metric.schema';
import { readFlow } from '@/lib/metrics/read-flow';

export const POST = personRoute({ permission: 'metrics.read', body: spanQuerySchema }, ({ actor, body }) =>
  readFlow(actor, body),
);
