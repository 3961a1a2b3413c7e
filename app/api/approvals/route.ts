import { personRoute } from '@/lib/http/route';
import { listApprovals } from '@/lib/tools/list-approvals';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor }) => listApprovals(actor));
