import { signalSchema } from '@/lib/channels/signal.schema';
import { keyRoute } from '@/lib/http/route';
import { receiveSignal } from '@/lib/pipeline/receive-signal';

export const POST = keyRoute({ scope: 'signals:write', body: signalSchema }, async ({ actor, body }) =>
  Response.json(await receiveSignal(actor, body), { status: 202 }),
);
