import { personRoute } from '@/lib/http/route';
import { lookAgain } from '@/lib/pipeline/look-again';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor, params }) =>
  lookAgain(actor, params.id!),
);
