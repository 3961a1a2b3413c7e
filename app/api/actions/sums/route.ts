import { personRoute } from '@/lib/http/route';
import { ledgerFilterSchema } from '@/lib/tools/ledger.schema';
import { sumActions } from '@/lib/tools/sum-actions';

export const GET = personRoute({ permission: 'conversations.work', query: ledgerFilterSchema }, ({ actor, query }) =>
  sumActions(actor, query),
);
