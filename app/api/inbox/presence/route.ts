import { beatPresence } from '@/lib/conversations/beat-presence';
import { beatSchema } from '@/lib/conversations/presence.schema';
import { personRoute } from '@/lib/http/route';

/** A browser's heartbeat: frequent and small, and the last one is sent while the page goes. */
export const POST = personRoute({ permission: 'conversations.work', body: beatSchema }, async ({ actor, body }) => {
  await beatPresence(actor, body);
  return new Response(null, { status: 204 });
});
