import { personRoute } from '@/lib/http/route';
import { weighVersion } from '@/lib/pipeline/weigh-version';

/** What making this version live would change. */
export const GET = personRoute({ permission: 'intents.read' }, ({ actor, params }) => weighVersion(actor, params.id!));
