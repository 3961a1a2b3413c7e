import { listColleagues } from '@/lib/conversations/list-colleagues';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor, params }) => ({
  people: await listColleagues(actor, params.id!),
}));
