import { personRoute } from '@/lib/http/route';
import { listSendings } from '@/lib/reports/list-reports';

export const GET = personRoute({ permission: 'metrics.read' }, ({ actor, params }) =>
  listSendings(actor, params.id ?? ''),
);
