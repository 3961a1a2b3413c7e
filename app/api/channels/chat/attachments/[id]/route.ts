import { z } from 'zod';
import { findChatVisitor } from '@/lib/channels/chat-visitor';
import { readChatFile } from '@/lib/channels/read-chat-file';
import { dropUploads } from '@/lib/channels/take-uploads';
import { publicRoute } from '@/lib/http/route';
import { serveFile } from '@/lib/http/serve-file';

/** A file that was sent in a visitor's own conversation. */
export const GET = publicRoute({ query: z.object({ conversation: z.uuid() }) }, async ({ params, query, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  return serveFile(await readChatFile(visitor, query.conversation, params.id!));
});

/** Takes a file away that was attached and not sent. */
export const DELETE = publicRoute({}, async ({ params, request }) => {
  const visitor = await findChatVisitor(request.headers.get('authorization'));
  const id = z.uuid().safeParse(params.id);
  if (id.success) await dropUploads(visitor, [id.data]);
  return { ok: true };
});
