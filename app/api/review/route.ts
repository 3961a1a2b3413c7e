import { z } from 'zod';
import { personRoute } from '@/lib/http/route';
import { listReviews } from '@/lib/quality/read-reviews';

const query = z.object({ state: z.enum(['open', 'done']).default('open') });

export const GET = personRoute({ permission: 'reviews.decide', query }, ({ actor, query: asked }) =>
  listReviews(actor, asked.state),
);
