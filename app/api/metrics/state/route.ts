import { personRoute } from '@/lib/http/route';
import { readCounting } from '@/lib/metrics/read-counting';

export const GET = personRoute({ permission: 'conversations.work' }, () => readCounting());
