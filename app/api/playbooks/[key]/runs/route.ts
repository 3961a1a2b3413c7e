import { z } from 'zod';
import { definitionKeySchema } from '@/lib/governance/definition.schema';
import { sumPlaybookRuns } from '@/lib/governance/sum-playbook-runs';
import { personRoute } from '@/lib/http/route';

const query = z.object({ days: z.coerce.number().int().min(1).max(90).default(30) });

export const GET = personRoute({ permission: 'intents.read', query }, async ({ actor, params, query: { days } }) => ({
  versions: await sumPlaybookRuns({ key: definitionKeySchema.parse(params.key), days }, actor),
}));
