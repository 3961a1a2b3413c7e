import { z } from 'zod';
import { viewPlaybookVersion } from '@/lib/governance/view-playbook';
import { personRoute } from '@/lib/http/route';

const number = z.coerce.number().int().min(1).max(1_000_000);

export const GET = personRoute({ permission: 'intents.read' }, ({ params }) =>
  viewPlaybookVersion(params.key!, number.parse(params.version)),
);
