import type { Pool } from 'pg';
import { inTransaction } from '../database';

// Two shops that start at once must not create or seed side by side. The number is arbitrary, but fixed.
export const startLock = 4_821_300;

const tables = `
CREATE TABLE IF NOT EXISTS customers (
  id text PRIMARY KEY, name text NOT NULL, email text NOT NULL, pending_email text, email_token text, phone text NOT NULL,
  tier text CHECK (tier IN ('Trail','Ridge','Summit')), since timestamptz NOT NULL, address text NOT NULL,
  card_brand text NOT NULL, card_last4 text NOT NULL, card_works boolean NOT NULL,
  two_factor boolean NOT NULL, email_verified boolean NOT NULL, locked boolean NOT NULL, last_sign_in_at timestamptz
);
CREATE UNIQUE INDEX IF NOT EXISTS customers_email ON customers (lower(email));
CREATE TABLE IF NOT EXISTS products (
  sku text PRIMARY KEY, position int NOT NULL, name text NOT NULL, category text NOT NULL, price_cents int NOT NULL,
  tagline text NOT NULL, description text NOT NULL, colours jsonb NOT NULL, stock jsonb NOT NULL
);
CREATE TABLE IF NOT EXISTS orders (
  number text PRIMARY KEY, customer text NOT NULL REFERENCES customers, status text NOT NULL
    CHECK (status IN ('processing','shipped','delivered','cancelled','returned')),
  placed_at timestamptz NOT NULL, delivered_at timestamptz, shipping_cents int NOT NULL, total_cents int NOT NULL CHECK (total_cents >= 0),
  address text NOT NULL, delivery_instructions text
);
CREATE INDEX IF NOT EXISTS orders_customer ON orders (customer, placed_at DESC);
CREATE TABLE IF NOT EXISTS order_lines (
  order_number text NOT NULL REFERENCES orders, position int NOT NULL, sku text NOT NULL, name text NOT NULL,
  size text NOT NULL, colour text NOT NULL, qty int NOT NULL, price_cents int NOT NULL, PRIMARY KEY (order_number, position)
);
CREATE TABLE IF NOT EXISTS shipments (
  order_number text PRIMARY KEY REFERENCES orders, carrier text NOT NULL, tracking text NOT NULL, status text NOT NULL,
  eta timestamptz NOT NULL, promised_at timestamptz NOT NULL, delayed_by text, events jsonb NOT NULL
);
CREATE TABLE IF NOT EXISTS subscriptions (
  id text PRIMARY KEY, customer text NOT NULL UNIQUE REFERENCES customers, plan text NOT NULL
    CHECK (plan IN ('Trail','Ridge','Summit')),
  status text NOT NULL CHECK (status IN ('active','paused','ended','past_due')), price_cents int NOT NULL,
  renews_at timestamptz, paused_until timestamptz, ends_at timestamptz, started_at timestamptz NOT NULL
);
CREATE TABLE IF NOT EXISTS invoices (
  number text PRIMARY KEY, customer text NOT NULL REFERENCES customers, order_number text REFERENCES orders,
  issued_at timestamptz NOT NULL, invoiced_cents int NOT NULL, description text NOT NULL
);
CREATE INDEX IF NOT EXISTS invoices_customer ON invoices (customer, issued_at DESC);
CREATE TABLE IF NOT EXISTS payments (
  id text PRIMARY KEY, customer text NOT NULL REFERENCES customers, invoice text NOT NULL REFERENCES invoices,
  order_number text REFERENCES orders, amount_cents int NOT NULL, status text NOT NULL CHECK (status IN ('captured','failed')),
  failure text, brand text NOT NULL, last4 text NOT NULL, at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS payments_customer ON payments (customer, at DESC);
CREATE INDEX IF NOT EXISTS payments_order ON payments (order_number);
CREATE INDEX IF NOT EXISTS payments_invoice ON payments (invoice);
CREATE TABLE IF NOT EXISTS actions (
  key text PRIMARY KEY, tool text NOT NULL, customer text NOT NULL, args_hash text NOT NULL, result jsonb,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS actions_at ON actions (at DESC);
CREATE TABLE IF NOT EXISTS refunds (
  id text PRIMARY KEY, customer text NOT NULL REFERENCES customers, order_number text NOT NULL REFERENCES orders,
  amount_cents int NOT NULL CHECK (amount_cents > 0), reason text NOT NULL, status text NOT NULL CHECK (status IN ('done','reversed')),
  source text NOT NULL CHECK (source IN ('refund','cancellation','seed')), action_key text UNIQUE REFERENCES actions, at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS refunds_order ON refunds (order_number);
CREATE INDEX IF NOT EXISTS refunds_customer ON refunds (customer, at DESC);
CREATE TABLE IF NOT EXISTS credits (
  id text PRIMARY KEY, customer text NOT NULL REFERENCES customers, invoice text REFERENCES invoices,
  amount_cents int NOT NULL CHECK (amount_cents > 0), reason text NOT NULL, status text NOT NULL CHECK (status IN ('issued','void')),
  action_key text UNIQUE REFERENCES actions, at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS credits_customer ON credits (customer, at DESC);
CREATE TABLE IF NOT EXISTS returns (
  rma text PRIMARY KEY, customer text NOT NULL REFERENCES customers, order_number text NOT NULL REFERENCES orders,
  kind text NOT NULL CHECK (kind IN ('return','exchange')), reason text NOT NULL, skus jsonb NOT NULL, new_size text,
  action_key text UNIQUE REFERENCES actions, at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS returns_order ON returns (order_number);
CREATE TABLE IF NOT EXISTS mails (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer text NOT NULL REFERENCES customers, email text NOT NULL,
  kind text NOT NULL, subject text NOT NULL, body text NOT NULL, at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS mails_email ON mails (lower(email), at DESC);
CREATE INDEX IF NOT EXISTS mails_customer ON mails (customer, kind, at DESC);
CREATE TABLE IF NOT EXISTS cases (
  name text NOT NULL, position int NOT NULL, customer text NOT NULL REFERENCES customers, order_number text, invoice text,
  amount_cents int, PRIMARY KEY (name, position)
);
`;

/** Creates the schema and its tables where they are missing. Safe to run at every start, by several processes. */
export async function createSchema(pool: Pool, schema: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(schema)) throw new Error(`Not a schema name: ${schema}`);
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [startLock]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(tables);
  });
}
