import { personRoute } from '@/lib/http/route';
import { listConnectors } from '@/lib/tools/list-connectors';

export const GET = personRoute({ permission: 'intents.read' }, () => listConnectors());
