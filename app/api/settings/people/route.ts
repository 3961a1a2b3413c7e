import { readPeople } from '@/lib/auth/read-people';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor }) => readPeople(actor));
