import { rewordText } from '@/lib/conversations/reword-text';
import { rewordSchema } from '@/lib/conversations/wording.schema';
import { personRoute } from '@/lib/http/route';

export const POST = personRoute({ permission: 'conversations.work', body: rewordSchema }, ({ actor, params, body }) =>
  rewordText(actor, params.id!, body),
);
