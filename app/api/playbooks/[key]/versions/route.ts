import { definitionKeySchema } from '@/lib/governance/definition.schema';
import { listDefinitionVersions } from '@/lib/governance/list-definitions';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'intents.read' }, async ({ params }) => ({
  versions: await listDefinitionVersions({ kind: 'playbook', key: definitionKeySchema.parse(params.key) }),
}));
