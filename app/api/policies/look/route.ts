import { lookAtPolicy } from '@/lib/governance/look-at-policy';
import { policyDraftInput } from '@/lib/governance/policy-view.schema';
import { personRoute } from '@/lib/http/route';
import { knowTools } from '@/lib/tools/tool-names';

// As large as a definition may be, with its cases.
const mostBytes = 2_000_000;

export const POST = personRoute({ permission: 'intents.read', body: policyDraftInput, mostBytes }, async ({ body }) =>
  lookAtPolicy(body, new Date(), await knowTools()),
);
