import { viewIntent } from '@/lib/governance/view-intent';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, ({ params }) => viewIntent(params.key!));
