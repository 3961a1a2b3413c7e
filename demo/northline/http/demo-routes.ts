import { readLedger, readTotals } from '../data/read-ledger';
import { HttpFault } from './read-body';
import { requireToken } from './require-token';
import { type Route, sendJson } from './routes';

interface CaseEntry {
  name: string;
  customer: string;
  customer_name: string;
  email: string;
  order_number: string | null;
  orders: string[];
  invoice: string | null;
  amount_cents: number | null;
}

/** What tests and the demo look at: the scenario customers, the mails that were sent, and what money moved. */
export const demoRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/demo\/cases$/,
    answer: async ({ shop, response }) => {
      const { rows } = await shop.pool.query<CaseEntry>(
        `SELECT k.name, k.customer, c.name AS customer_name, c.email, k.order_number, k.invoice, k.amount_cents,
           ARRAY(SELECT number FROM orders o WHERE o.customer = k.customer ORDER BY placed_at DESC) AS orders
         FROM cases k JOIN customers c ON c.id = k.customer ORDER BY k.name, k.position`,
      );
      sendJson(response, 200, groupCases(rows));
    },
  },
  {
    method: 'GET',
    path: /^\/demo\/mails$/,
    answer: async ({ shop, request, response, url }) => {
      requireToken(request, shop.env.STORE_TOKEN);
      const email = url.searchParams.get('email');
      if (!email) throw new HttpFault(400, 'email: is needed');
      const { rows } = await shop.pool.query(
        'SELECT id::int, email, kind, subject, body, at FROM mails WHERE lower(email) = lower($1) ORDER BY id DESC LIMIT 100',
        [email],
      );
      sendJson(response, 200, { mails: rows });
    },
  },
  {
    method: 'GET',
    path: /^\/demo\/ledger$/,
    answer: async ({ shop, request, response, url }) => {
      requireToken(request, shop.env.STORE_TOKEN);
      const customer = url.searchParams.get('customer');
      if (!customer) throw new HttpFault(400, 'customer: is needed');
      sendJson(response, 200, await readLedger(shop.pool, customer));
    },
  },
  {
    method: 'GET',
    path: /^\/demo\/totals$/,
    answer: async ({ shop, request, response }) => {
      requireToken(request, shop.env.STORE_TOKEN);
      sendJson(response, 200, await readTotals(shop.pool));
    },
  },
];

function groupCases(rows: CaseEntry[]) {
  const cases: Record<string, object[]> = {};
  for (const row of rows) {
    cases[row.name] ??= [];
    cases[row.name]?.push({
      email: row.email,
      name: row.customer_name,
      customer: row.customer,
      ...(row.order_number && { order: row.order_number }),
      orders: row.orders,
      ...(row.invoice && { invoice: row.invoice }),
      ...(row.amount_cents !== null && { amountCents: row.amount_cents }),
    });
  }
  return cases;
}
