import { personRoute } from '@/lib/http/route';
import { viewMetricSettings } from '@/lib/metrics/view-metric-settings';

export const GET = personRoute({ permission: 'desk.administer' }, () => viewMetricSettings());
