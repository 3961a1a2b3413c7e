import { personRoute } from '@/lib/http/route';
import { findSimilar } from '@/lib/knowledge/find-similar';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor, params }) => ({
  similar: await findSimilar(actor, params.id!),
}));
