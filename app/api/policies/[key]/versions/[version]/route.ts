import { z } from 'zod';
import { viewPolicyVersion } from '@/lib/governance/view-policy';
import { personRoute } from '@/lib/http/route';

const number = z.coerce.number().int().min(1).max(1e6);

export const GET = personRoute({ permission: 'intents.read' }, ({ params }) =>
  viewPolicyVersion(params.key!, number.parse(params.version)),
);
