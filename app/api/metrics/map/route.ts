import { personRoute } from '@/lib/http/route';
import { readMap } from '@/lib/worth/read-map';
import { mapQuerySchema } from '@/lib/worth/worth.schema';

export const POST = personRoute({ permission: 'metrics.read', body: mapQuerySchema }, ({ actor, body }) =>
  readMap(actor, body),
);
