import { z } from 'zod';
import { channelKeySchema } from '@/lib/channels/chat.schema';
import { readChatChannel } from '@/lib/channels/read-chat-channel';
import { widgetPolicy, writeNoWidgetPage, writeWidgetPage } from '@/lib/channels/write-widget-page';
import { publicRoute } from '@/lib/http/route';
import { randomToken } from '@/lib/platform/crypto';

// Whatever else stands there is a key that nobody has: a page in plain words, not a list of what is wrong with it.
const querySchema = z.object({ key: channelKeySchema.nullable().catch(null) });

/** The page inside the widget's frame: no framework, so that a shop's visitor loads a few kilobytes and no more. */
export const GET = publicRoute({ query: querySchema }, async ({ query }) => {
  const channel = query.key ? await readChatChannel({ key: query.key }) : null;
  const nonce = randomToken(16);
  return new Response(channel ? writeWidgetPage(channel, nonce) : writeNoWidgetPage(), {
    status: channel ? 200 : 404,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': widgetPolicy(channel, nonce),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
});
