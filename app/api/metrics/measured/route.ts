import { personRoute } from '@/lib/http/route';
import { spanQuerySchema } from '@/lib/metrics/metric.schema';
import { readMeasured } from '@/lib/worth/read-measured';

export const POST = personRoute({ permission: 'metrics.read', body: spanQuerySchema }, ({ actor, body }) =>
  readMeasured(actor, body),
);
