import { personRoute } from '@/lib/http/route';
import { viewReview } from '@/lib/quality/read-reviews';

export const GET = personRoute({ permission: 'reviews.decide' }, ({ actor, params }) => viewReview(actor, params.id!));
