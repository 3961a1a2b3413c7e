import { replayInput } from '@/lib/governance/policy-view.schema';
import { replayDraft } from '@/lib/governance/replay-draft';
import { personRoute } from '@/lib/http/route';

const mostBytes = 1_000_000;

export const POST = personRoute({ permission: 'intents.read', body: replayInput, mostBytes }, ({ actor, body }) =>
  replayDraft(actor, body),
);
