import { viewPlaybook } from '@/lib/governance/view-playbook';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, ({ params }) => viewPlaybook(params.key!));
