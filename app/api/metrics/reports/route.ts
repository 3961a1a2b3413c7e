import { personRoute } from '@/lib/http/route';
import { listReports } from '@/lib/reports/list-reports';

export const GET = personRoute({ permission: 'metrics.read' }, ({ actor }) => listReports(actor));
