import { apiMessageSchema, mostApiBytes } from '@/lib/channels/api.schema';
import { keyRoute } from '@/lib/http/route';
import { receiveFromApi } from '@/lib/pipeline/receive-from-api';

export const POST = keyRoute(
  { scope: 'messages:write', body: apiMessageSchema, mostBytes: mostApiBytes },
  async ({ actor, body }) => Response.json(await receiveFromApi(actor, body), { status: 202 }),
);
