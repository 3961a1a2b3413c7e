import { addAttachment } from '@/lib/conversations/add-attachment';
import { mostFileBytes } from '@/lib/conversations/check-file';
import { readFile } from '@/lib/http/read-file';
import { personRoute } from '@/lib/http/route';

export const POST = personRoute({ permission: 'conversations.work' }, async ({ actor, params, request }) =>
  addAttachment(actor, params.id!, await readFile(request, mostFileBytes)),
);
