import { z } from 'zod';
import type { Database } from '../database';
import { StoreError } from '../store-error';
import { customerId, defineRead, email } from './tool';

interface CustomerFacts {
  id: string;
  name: string;
  email: string;
  tier: string | null;
  since: Date;
  phone: string;
  address: string;
  orders_count: number;
  lifetime_cents: number;
  two_factor: boolean;
  email_verified: boolean;
}

// Lifetime value: what was captured, less what went back. Never reached through orders of others: keyed by customer.
const facts = `
  SELECT c.id, c.name, c.email, c.tier, c.since, c.phone, c.address, c.two_factor, c.email_verified,
    (SELECT count(*)::int FROM orders o WHERE o.customer = c.id) AS orders_count,
    (SELECT coalesce(sum(amount_cents), 0)::int FROM payments p WHERE p.customer = c.id AND p.status = 'captured')
      - (SELECT coalesce(sum(amount_cents), 0)::int FROM refunds r WHERE r.customer = c.id AND r.status = 'done') AS lifetime_cents
  FROM customers c`;

function show(row: CustomerFacts) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    tier: row.tier,
    since: row.since.toISOString(),
    phone: row.phone,
    address: row.address,
    ordersCount: row.orders_count,
    lifetimeCents: row.lifetime_cents,
    twoFactor: row.two_factor,
    emailVerified: row.email_verified,
  };
}

export const customersFind = defineRead({
  name: 'customers.find',
  title: 'Find a customer by email',
  description: 'Looks a customer up by the email address of the account.',
  input: z.strictObject({ email }),
  run: async (database, args) => {
    const { rows } = await database.query<CustomerFacts>(
      { name: 'customer-by-email', text: `${facts} WHERE lower(c.email) = lower($1)` },
      [args.email],
    );
    return rows[0] ? { found: true, customer: show(rows[0]) } : { found: false };
  },
});

export const customersGet = defineRead({
  name: 'customers.get',
  title: 'Get a customer',
  description: 'The customer record: name, contact, tier, number of orders and lifetime value.',
  input: z.strictObject({ customer: customerId }),
  run: async (database, args) => {
    const { rows } = await database.query<CustomerFacts>({ name: 'customer', text: `${facts} WHERE c.id = $1` }, [
      args.customer,
    ]);
    if (!rows[0]) throw new StoreError('not_found', `There is no customer ${args.customer}`);
    return { customer: show(rows[0]) };
  },
});

/** What a write needs of the customer it is about; `lock` makes writes to one account wait for one another. */
export interface AccountRow {
  id: string;
  name: string;
  email: string;
  two_factor: boolean;
  locked: boolean;
  card_brand: string;
  card_last4: string;
  card_works: boolean;
}

export async function loadAccount(database: Database, customer: string, lock: 'lock' | 'read'): Promise<AccountRow> {
  const { rows } = await database.query<AccountRow>(
    `SELECT id, name, email, two_factor, locked, card_brand, card_last4, card_works FROM customers WHERE id = $1
     ${lock === 'lock' ? 'FOR UPDATE' : ''}`,
    [customer],
  );
  if (!rows[0]) throw new StoreError('not_found', `There is no customer ${customer}`);
  return rows[0];
}
