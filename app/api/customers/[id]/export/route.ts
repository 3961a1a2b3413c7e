import { exportCustomer } from '@/lib/conversations/forget-customer';
import { personRoute } from '@/lib/http/route';

/** Everything that is known of one customer, as a file to give to them. */
export const GET = personRoute({ permission: 'customers.merge' }, async ({ actor, params }) =>
  Response.json(await exportCustomer(actor, params.id!), {
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="customer-${params.id}.json"`,
    },
  }),
);
