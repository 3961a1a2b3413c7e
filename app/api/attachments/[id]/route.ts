import { readAttachment } from '@/lib/conversations/read-attachment';
import { personRoute } from '@/lib/http/route';
import { serveFile } from '@/lib/http/serve-file';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor, params }) =>
  serveFile(await readAttachment(actor, params.id!)),
);
