import { hasModel } from '@/lib/conversations/has-model';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, async () => ({ configured: hasModel() }));
