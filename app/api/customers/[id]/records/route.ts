import { findVisibleCustomer } from '@/lib/conversations/find-customer';
import { personRoute } from '@/lib/http/route';
import { readRecords } from '@/lib/tools/read-records';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor, params }) =>
  readRecords((await findVisibleCustomer(actor, params.id!)).id),
);
