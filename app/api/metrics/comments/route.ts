import { personRoute } from '@/lib/http/route';
import { listComments } from '@/lib/surveys/list-comments';
import { commentsQuerySchema } from '@/lib/surveys/surveys.schema';

export const POST = personRoute({ permission: 'metrics.read', body: commentsQuerySchema }, ({ actor, body }) =>
  listComments(actor, body),
);
