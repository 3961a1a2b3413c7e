import { lookAroundPlaybook } from '@/lib/governance/look-around-playbook';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, () => lookAroundPlaybook());
