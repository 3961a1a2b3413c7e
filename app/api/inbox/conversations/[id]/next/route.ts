import { personRoute } from '@/lib/http/route';
import { findNextAction } from '@/lib/pipeline/find-next-action';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor, params }) => ({
  next: await findNextAction(actor, params.id!),
}));
