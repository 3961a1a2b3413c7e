import { writePolicyText } from '@/lib/governance/policy-text';
import { policyDraftInput } from '@/lib/governance/policy-view.schema';
import { personRoute } from '@/lib/http/route';

const mostBytes = 1_000_000;

/** The policy as text. */
export const POST = personRoute(
  { permission: 'intents.read', body: policyDraftInput.omit({ cases: true }), mostBytes },
  async ({ body }) => ({ text: writePolicyText(body) }),
);
