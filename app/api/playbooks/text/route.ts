import { parsePlaybookFile } from '@/lib/governance/parse-playbook-file';
import { playbookTextInput } from '@/lib/governance/playbook-text.schema';
import { writePlaybookFile } from '@/lib/governance/write-playbook-file';
import { personRoute } from '@/lib/http/route';

export const POST = personRoute(
  { permission: 'intents.read', body: playbookTextInput, mostBytes: 1_500_000 },
  async ({ body }) => ('text' in body ? parsePlaybookFile(body.text) : { text: writePlaybookFile(body) }),
);
