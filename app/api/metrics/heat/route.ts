import { personRoute } from '@/lib/http/route';
import { spanQuerySchema } from '@/lib/metrics/metric.schema';
import { readHeat } from '@/lib/metrics/read-heat';

export const POST = personRoute({ permission: 'metrics.read', body: spanQuerySchema }, ({ actor, body }) =>
  readHeat(actor, body),
);
