import { personRoute } from '@/lib/http/route';
import { checkWritingInput } from '@/lib/quality/check-writing.schema';
import { checkWritten } from '@/lib/quality/gather-writing';

export const POST = personRoute(
  { permission: 'conversations.work', body: checkWritingInput },
  async ({ actor, params, body }) => ({ findings: await checkWritten(actor, params.id!, body.text) }),
);
