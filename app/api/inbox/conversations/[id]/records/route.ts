import { findVisible } from '@/lib/conversations/list-conversations';
import { personRoute } from '@/lib/http/route';
import { readRecords } from '@/lib/tools/read-records';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor, params }) =>
  readRecords((await findVisible(actor, params.id!)).customerId),
);
