import { personRoute } from '@/lib/http/route';
import { nameTools } from '@/lib/tools/tool-names';

export const GET = personRoute({ permission: 'intents.read' }, () => nameTools());
