import { personRoute } from '@/lib/http/route';
import { viewApproval } from '@/lib/tools/list-approvals';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor, params }) =>
  viewApproval(actor, params.id!),
);
