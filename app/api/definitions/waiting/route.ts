import { listWaiting } from '@/lib/governance/list-waiting';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, () => listWaiting());
