import { completePlaybook } from '@/lib/governance/complete-playbook';
import { playbookTermsInput } from '@/lib/governance/playbook-view.schema';
import { personRoute } from '@/lib/http/route';

const mostBytes = 1_000_000;

export const POST = personRoute(
  { permission: 'intents.read', body: playbookTermsInput, mostBytes },
  async ({ body: { text, offset, definition, node } }) => completePlaybook(text, offset, definition, node),
);
