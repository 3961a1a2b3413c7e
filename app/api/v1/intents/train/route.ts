import { trainBodySchema } from '@/lib/governance/intents-api.schema';
import { keyRoute } from '@/lib/http/route';
import { trainFromApi } from '@/lib/pipeline/train-from-api';

export const POST = keyRoute(
  { scope: 'intents:write', body: trainBodySchema, mostBytes: 8 * 1_024 * 1_024 },
  async ({ actor, body }) => {
    const version = await trainFromApi(actor, body);
    return Response.json(version, { status: version.state === 'training' ? 202 : 200 });
  },
);
