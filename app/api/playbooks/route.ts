import { listPlaybooks } from '@/lib/governance/list-playbooks';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, () => listPlaybooks());
