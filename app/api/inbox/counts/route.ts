import { countViews } from '@/lib/conversations/count-views';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor }) => countViews(actor));
