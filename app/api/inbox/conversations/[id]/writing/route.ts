import { keepWriting } from '@/lib/conversations/keep-writing';
import { keepWritingSchema } from '@/lib/conversations/writing.schema';
import { personRoute } from '@/lib/http/route';

/** Frequent and small: a route and not an action, because actions of one browser run one after another. */
export const PUT = personRoute(
  { permission: 'conversations.work', body: keepWritingSchema },
  ({ actor, params, body }) => keepWriting(actor, params.id!, body),
);
