import { readAlerts } from '@/lib/alerts/read-alerts';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'metrics.read' }, async ({ actor }) => readAlerts(actor));
