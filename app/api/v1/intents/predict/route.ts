import { predictBodySchema } from '@/lib/governance/intents-api.schema';
import { keyRoute } from '@/lib/http/route';
import { predictIntents } from '@/lib/pipeline/predict-intents';

export const POST = keyRoute(
  { scope: 'intents:read', body: predictBodySchema, mostBytes: 2 * 1_024 * 1_024 },
  ({ body }) => predictIntents(body),
);
