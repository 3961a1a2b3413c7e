import { listFilterNames } from '@/lib/conversations/list-filter-names';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, () => listFilterNames());
