import { lineStream } from '@/lib/http/line-stream';
import { personRoute } from '@/lib/http/route';
import { draftReply } from '@/lib/pipeline/draft-reply';
import type { DraftLine } from '@/lib/pipeline/draft-reply.schema';

/** A reply, sentence by sentence as it is written; it is written no further when nobody reads it any more. */
export const POST = personRoute({ permission: 'conversations.work' }, ({ actor, params, request }) =>
  lineStream<DraftLine>(
    request.signal,
    async (send, left) => send(await draftReply(actor, params.id!, { signal: left, onLine: send })),
    ({ message }) => ({ kind: 'failed', says: message }),
  ),
);
