import { personRoute } from '@/lib/http/route';
import { modelSpendQuerySchema } from '@/lib/models/model-spend.schema';
import { readModelSpend } from '@/lib/models/read-model-spend';

export const POST = personRoute({ permission: 'metrics.read', body: modelSpendQuerySchema }, ({ body }) =>
  readModelSpend(body),
);
