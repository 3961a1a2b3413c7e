import { listVersions } from '@/lib/governance/list-versions';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, async () => ({ versions: await listVersions() }));
