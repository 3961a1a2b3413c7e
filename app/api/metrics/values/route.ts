import { personRoute } from '@/lib/http/route';
import { listMetricValues } from '@/lib/metrics/list-metric-values';

export const GET = personRoute({ permission: 'metrics.read' }, () => listMetricValues());
