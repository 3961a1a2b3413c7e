import { listSkills } from '@/lib/conversations/arrange-skills';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'desk.organise' }, () => listSkills());
