import { z } from 'zod';
import { personRoute } from '@/lib/http/route';
import { viewModels } from '@/lib/models/view-models';

const query = z.object({ days: z.enum(['1', '7', '30']).default('7').transform(Number) });

export const GET = personRoute({ permission: 'desk.administer', query }, async ({ query: { days } }) =>
  viewModels(days),
);
