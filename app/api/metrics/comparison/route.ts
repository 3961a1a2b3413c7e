import { personRoute } from '@/lib/http/route';
import { readComparison } from '@/lib/worth/read-comparison';
import { compareQuerySchema } from '@/lib/worth/worth.schema';

export const POST = personRoute({ permission: 'metrics.read', body: compareQuerySchema }, ({ actor, body }) =>
  readComparison(actor, body),
);
