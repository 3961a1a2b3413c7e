import { personRoute } from '@/lib/http/route';
import { viewLedgerEntry } from '@/lib/tools/view-ledger-entry';

export const GET = personRoute({ permission: 'conversations.work' }, ({ actor, params }) =>
  viewLedgerEntry(actor, params.id!),
);
