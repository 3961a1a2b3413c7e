import { testDraftInput } from '@/lib/governance/note-tested';
import { personRoute } from '@/lib/http/route';
import { testPlaybook } from '@/lib/pipeline/test-playbook';

export const POST = personRoute({ permission: 'intents.edit', body: testDraftInput }, ({ actor, body }) =>
  testPlaybook(actor, body),
);
