import { readPolicyText } from '@/lib/governance/policy-text';
import { readTextInput } from '@/lib/governance/policy-view.schema';
import { personRoute } from '@/lib/http/route';

const mostBytes = 1_000_000;

/** A text as the policy it is, or what is wrong with it. */
export const POST = personRoute({ permission: 'intents.read', body: readTextInput, mostBytes }, async ({ body }) =>
  readPolicyText(body.text),
);
