import type { ChatUploaded } from '@/lib/channels/chat.schema';
import { findChatVisitor, nameVisitor } from '@/lib/channels/chat-visitor';
import { keepUpload } from '@/lib/channels/keep-upload';
import { limitChat } from '@/lib/channels/limit-chat';
import { mostFileBytes } from '@/lib/conversations/check-file';
import { readFile } from '@/lib/http/read-file';
import { publicRoute } from '@/lib/http/route';

/** A file a visitor attaches, to be sent with a message of theirs. */
export const POST = publicRoute({}, async ({ request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  await limitChat('file', nameVisitor(visitor), request.headers);
  return (await keepUpload(visitor, await readFile(request, mostFileBytes))) satisfies ChatUploaded;
});
