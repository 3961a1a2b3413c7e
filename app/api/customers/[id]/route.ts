import { viewCustomer } from '@/lib/conversations/view-customer';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor, params }) =>
  viewCustomer(actor, params.id!),
);
