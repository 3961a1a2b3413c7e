import { z } from 'zod';
import { definitionKeySchema } from '@/lib/governance/definition.schema';
import { lookOverPlaybook } from '@/lib/governance/look-around-playbook';
import { playbookSchema } from '@/lib/governance/playbook.schema';
import { personRoute } from '@/lib/http/route';

const body = z.object({ key: definitionKeySchema, definition: playbookSchema });

export const POST = personRoute(
  { permission: 'intents.read', body, mostBytes: 1_000_000 },
  async ({ body: { key, definition } }) => ({ findings: await lookOverPlaybook(key, definition) }),
);
