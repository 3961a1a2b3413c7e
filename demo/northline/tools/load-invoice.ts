import type { Database } from '../database';
import { StoreError } from '../store-error';

export interface InvoiceFacts {
  number: string;
  order_number: string | null;
  issued_at: Date;
  description: string;
  invoiced_cents: number;
  charged_cents: number;
  credited_cents: number;
  failure: string | null;
}

const facts = `
  SELECT i.number, i.order_number, i.issued_at, i.description, i.invoiced_cents,
    (SELECT coalesce(sum(amount_cents), 0)::int FROM payments p WHERE p.invoice = i.number AND p.status = 'captured') AS charged_cents,
    (SELECT coalesce(sum(amount_cents), 0)::int FROM credits c WHERE c.invoice = i.number AND c.status = 'issued') AS credited_cents,
    (SELECT failure FROM payments p WHERE p.invoice = i.number ORDER BY at DESC LIMIT 1) AS failure
  FROM invoices i`;

export async function loadInvoices(database: Database, customer: string, limit: number): Promise<InvoiceFacts[]> {
  const { rows } = await database.query<InvoiceFacts>(
    {
      name: 'invoices-of-customer',
      text: `${facts} WHERE i.customer = $1 ORDER BY i.issued_at DESC, i.number DESC LIMIT $2`,
    },
    [customer, limit],
  );
  return rows;
}

/** One invoice of this customer; anybody else's is not found. */
export async function loadInvoice(database: Database, customer: string, number: string): Promise<InvoiceFacts> {
  const { rows } = await database.query<InvoiceFacts>(
    { name: 'invoice', text: `${facts} WHERE i.number = $1 AND i.customer = $2` },
    [number, customer],
  );
  if (!rows[0]) throw new StoreError('not_found', `There is no invoice ${number} for this customer`);
  return rows[0];
}

/** The same for a write: locked first, then read, so that two credits cannot both see the same difference. */
export async function lockInvoice(database: Database, customer: string, number: string): Promise<InvoiceFacts> {
  await database.query('SELECT 1 FROM invoices WHERE number = $1 AND customer = $2 FOR UPDATE', [number, customer]);
  return loadInvoice(database, customer, number);
}

export function invoiceStatus(invoice: InvoiceFacts): 'paid' | 'failed' | 'open' {
  if (invoice.charged_cents > 0) return 'paid';
  return invoice.failure ? 'failed' : 'open';
}

/** What was charged beyond the invoice and has not been credited yet, in cents; never below 0. */
export function overchargedCents(invoice: InvoiceFacts): number {
  return Math.max(0, invoice.charged_cents - invoice.invoiced_cents - invoice.credited_cents);
}

export function showInvoice(invoice: InvoiceFacts) {
  const status = invoiceStatus(invoice);
  return {
    number: invoice.number,
    status,
    issuedAt: invoice.issued_at.toISOString(),
    description: invoice.description,
    ...(invoice.order_number && { order: invoice.order_number }),
    currency: 'USD',
    invoicedCents: invoice.invoiced_cents,
    chargedCents: invoice.charged_cents,
    // Only a charge that happened can differ from its invoice.
    differenceCents: status === 'paid' ? invoice.charged_cents - invoice.invoiced_cents : 0,
    creditedCents: invoice.credited_cents,
    ...(status === 'failed' && { failure: invoice.failure }),
  };
}
