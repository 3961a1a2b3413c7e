import { personRoute } from '@/lib/http/route';
import { readLive } from '@/lib/live/read-live';

export const GET = personRoute({ permission: 'metrics.read' }, async ({ actor }) => readLive(actor));
