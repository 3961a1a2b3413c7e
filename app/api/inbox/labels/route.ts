import { listLabels } from '@/lib/conversations/list-labels';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, async () => ({ labels: await listLabels() }));
