import { listIntents } from '@/lib/governance/list-intents';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, () => listIntents());
