import { z } from 'zod';
import { listStuckRuns } from '@/lib/governance/list-stuck-runs';
import { personRoute } from '@/lib/http/route';

const query = z.object({ node: z.string().max(41), days: z.coerce.number().int().min(1).max(90).default(30) });

export const GET = personRoute({ permission: 'intents.read', query }, async ({ actor, params, query: asked }) => ({
  runs: await listStuckRuns(actor, { key: params.key!, ...asked }),
}));
