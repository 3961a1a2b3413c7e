import { personRoute } from '@/lib/http/route';
import { exportActions } from '@/lib/tools/export-actions';
import { ledgerFilterSchema } from '@/lib/tools/ledger.schema';

export const GET = personRoute(
  { permission: 'conversations.work', query: ledgerFilterSchema },
  async ({ actor, query }) =>
    new Response(await exportActions(actor, query), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="actions-${new Date().toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    }),
);
