import { viewPolicy } from '@/lib/governance/view-policy';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, ({ params }) => viewPolicy(params.key!));
