import { listRecorded } from '@/lib/governance/list-recorded';
import { viewPolicy } from '@/lib/governance/view-policy';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, async ({ actor, params }) => {
  const { draft, live, newest } = await viewPolicy(params.key!);
  return listRecorded(actor, (draft ?? live ?? newest).definition.tools);
});
