import { personRoute } from '@/lib/http/route';
import { hasModel } from '@/lib/models/has-model';

export const GET = personRoute({ permission: 'conversations.work' }, async () => ({ configured: await hasModel() }));
