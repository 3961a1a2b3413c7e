import { personRoute } from '@/lib/http/route';
import { metricsQuerySchema } from '@/lib/metrics/metric.schema';
import { readMetrics } from '@/lib/metrics/read-metrics';

// One's own figures are everybody's to read; the verb knows whose are asked for.
export const POST = personRoute({ permission: 'conversations.work', body: metricsQuerySchema }, ({ actor, body }) =>
  readMetrics(actor, body),
);
