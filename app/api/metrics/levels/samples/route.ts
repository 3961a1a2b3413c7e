import { personRoute } from '@/lib/http/route';
import { listSamples } from '@/lib/levels/judge-sample';

export const GET = personRoute({ permission: 'reviews.decide' }, async ({ actor }) => listSamples(actor));
