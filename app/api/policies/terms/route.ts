import { completePolicy } from '@/lib/governance/complete-policy';
import { termsInput } from '@/lib/governance/policy-view.schema';
import { personRoute } from '@/lib/http/route';
import { knowTools } from '@/lib/tools/tool-names';

const mostBytes = 1_000_000;

export const POST = personRoute(
  { permission: 'intents.read', body: termsInput, mostBytes },
  async ({ body: { text, offset, definition } }) => completePolicy(text, offset, definition, await knowTools()),
);
