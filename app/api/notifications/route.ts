import { listNotifications } from '@/lib/conversations/list-notifications';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor }) => listNotifications(actor));
