import { readTeams } from '@/lib/auth/read-people';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'people.manage' }, () => readTeams());
