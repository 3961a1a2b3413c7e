import { personRoute } from '@/lib/http/route';
import { spanQuerySchema } from '@/lib/metrics/metric.schema';
import { readConfidence } from '@/lib/metrics/read-confidence';

export const POST = personRoute({ permission: 'metrics.read', body: spanQuerySchema }, ({ actor, body }) =>
  readConfidence(actor, body),
);
