import { listPeople } from '@/lib/auth/list-people';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, () => listPeople());
