import { readTelling } from '@/lib/alerts/read-alerts';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'desk.administer' }, async () => readTelling());
