import { personRoute } from '@/lib/http/route';
import { listExamples } from '@/lib/worth/list-examples';
import { exampleQuerySchema } from '@/lib/worth/worth.schema';

export const POST = personRoute({ permission: 'metrics.read', body: exampleQuerySchema }, ({ actor, body }) =>
  listExamples(actor, body),
);
