import { listSavedViews } from '@/lib/conversations/saved-views';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor }) => ({
  views: await listSavedViews(actor),
}));
