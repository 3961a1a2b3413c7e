import { personRoute } from '@/lib/http/route';
import { viewTrace } from '@/lib/pipeline/view-trace';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor, params }) =>
  viewTrace(actor, params.id!),
);
