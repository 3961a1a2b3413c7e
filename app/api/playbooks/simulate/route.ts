import { personRoute } from '@/lib/http/route';
import { simulatePlaybook } from '@/lib/pipeline/simulate-playbook';
import { simulateInput } from '@/lib/pipeline/simulation.schema';

export const POST = personRoute(
  { permission: 'intents.read', body: simulateInput, mostBytes: 1_000_000 },
  ({ actor, body }) => simulatePlaybook(actor, body),
);
