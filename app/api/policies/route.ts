import { listPolicies } from '@/lib/governance/list-policies';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, () => listPolicies());
