import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { StoreError } from '../store-error';
import { loadAccount } from './customers';
import { invoiceStatus, loadInvoice, loadInvoices, lockInvoice, overchargedCents, showInvoice } from './load-invoice';
import { sendMail } from './send-mail';
import { cents, customerId, defineRead, defineWrite, invoiceNumber, reason } from './tool';

/** More than this as goodwill needs the accounting department, whoever asks. */
const largestGoodwillCents = 50_000;

export const invoicesList = defineRead({
  name: 'invoices.list',
  title: 'List invoices',
  description: "The customer's invoices, newest first, with what was charged for each.",
  input: z.strictObject({ customer: customerId, limit: z.number().int().min(1).max(50).default(10) }),
  run: async (database, args) => {
    await loadAccount(database, args.customer, 'read');
    return { invoices: (await loadInvoices(database, args.customer, args.limit)).map(showInvoice) };
  },
});

export const invoicesGet = defineRead({
  name: 'invoices.get',
  title: 'Get an invoice',
  description: 'One invoice: what it says, what was charged, the difference, and what was credited.',
  input: z.strictObject({ customer: customerId, invoice: invoiceNumber }),
  run: async (database, args) => ({ invoice: showInvoice(await loadInvoice(database, args.customer, args.invoice)) }),
});

interface EntryRow {
  at: Date;
  kind: 'charge' | 'refund' | 'credit' | 'failed';
  amount_cents: number;
  invoice: string | null;
  order_number: string | null;
  invoiced_cents: number | null;
  method: string;
  description: string;
}

export const billingHistory = defineRead({
  name: 'billing.history',
  title: 'Billing history',
  description: 'Every charge, failed charge, refund and credit of the last months, newest first.',
  input: z.strictObject({ customer: customerId, months: z.number().int().min(1).max(36).default(12) }),
  run: async (database, args) => {
    await loadAccount(database, args.customer, 'read');
    const { rows } = await database.query<EntryRow>(
      `SELECT * FROM (
         SELECT p.at, CASE p.status WHEN 'captured' THEN 'charge' ELSE 'failed' END AS kind, p.amount_cents, p.invoice,
           p.order_number, i.invoiced_cents, p.brand || ' ending in ' || p.last4 AS method,
           i.description || coalesce(' (' || replace(p.failure, '_', ' ') || ')', '') AS description
         FROM payments p JOIN invoices i ON i.number = p.invoice WHERE p.customer = $1
         UNION ALL
         SELECT r.at, 'refund', r.amount_cents, NULL, r.order_number, NULL, 'card', 'Refund of order ' || r.order_number || ': ' || r.reason
         FROM refunds r WHERE r.customer = $1 AND r.status = 'done'
         UNION ALL
         SELECT c.at, 'credit', c.amount_cents, c.invoice, NULL, NULL, 'store credit', c.reason
         FROM credits c WHERE c.customer = $1 AND c.status = 'issued'
       ) entries WHERE at > now() - make_interval(months => $2) ORDER BY at DESC LIMIT 200`,
      [args.customer, args.months],
    );
    return { entries: rows.map(showEntry) };
  },
});

function showEntry(row: EntryRow) {
  return {
    at: row.at.toISOString(),
    kind: row.kind,
    amountCents: row.amount_cents,
    ...(row.invoice && { invoice: row.invoice }),
    ...(row.order_number && { order: row.order_number }),
    ...(row.invoiced_cents !== null && { invoicedCents: row.invoiced_cents }),
    ...(row.kind === 'charge' &&
      row.invoiced_cents !== null && { differenceCents: row.amount_cents - row.invoiced_cents }),
    method: row.method,
    description: row.description,
  };
}

export const invoicesSendCopy = defineWrite({
  name: 'invoices.send_copy',
  title: 'Send a copy of an invoice',
  description: 'Mails a copy of an invoice to the address of the account.',
  mails: true,
  input: z.strictObject({ customer: customerId, invoice: invoiceNumber }),
  run: async ({ client }, args) => {
    const account = await loadAccount(client, args.customer, 'read');
    const invoice = await loadInvoice(client, args.customer, args.invoice);
    await sendMail(client, account, {
      kind: 'invoice_copy',
      subject: `Your invoice ${invoice.number}`,
      body: `${invoice.description}, issued on ${invoice.issued_at.toISOString().slice(0, 10)}.\nAmount: $${(invoice.invoiced_cents / 100).toFixed(2)}`,
    });
    return { invoice: invoice.number, sentTo: account.email };
  },
});

export const paymentsRetry = defineWrite({
  name: 'payments.retry',
  title: 'Retry a failed payment',
  description:
    'Charges the card of the account again for an invoice whose payment failed. The card may be declined again.',
  input: z.strictObject({ customer: customerId, invoice: invoiceNumber }),
  run: async ({ client }, args) => {
    const account = await loadAccount(client, args.customer, 'read');
    const invoice = await lockInvoice(client, args.customer, args.invoice);
    const status = invoiceStatus(invoice);
    if (status === 'paid') throw new StoreError('already_done', `Invoice ${invoice.number} is paid`);
    if (status === 'open') throw new StoreError('wrong_status', `Invoice ${invoice.number} has not been charged yet`);
    const failure = account.card_works ? null : (invoice.failure ?? 'card_declined');
    await client.query(
      `INSERT INTO payments (id, customer, invoice, order_number, amount_cents, status, failure, brand, last4, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
      [
        `pay_${randomUUID()}`,
        args.customer,
        invoice.number,
        invoice.order_number,
        invoice.invoiced_cents,
        failure ? 'failed' : 'captured',
        failure,
        account.card_brand,
        account.card_last4,
      ],
    );
    if (!failure) {
      await client.query("UPDATE subscriptions SET status = 'active' WHERE customer = $1 AND status = 'past_due'", [
        args.customer,
      ]);
    }
    return {
      payment: {
        invoice: invoice.number,
        status: failure ? 'failed' : 'captured',
        amountCents: invoice.invoiced_cents,
        method: `${account.card_brand} ending in ${account.card_last4}`,
        ...(failure && { failure }),
      },
    };
  },
});

export const creditsCreate = defineWrite({
  name: 'credits.create',
  title: 'Give store credit',
  description: 'Credits the account. With an invoice: at most what was charged beyond it and is not credited yet.',
  input: z.strictObject({ customer: customerId, amountCents: cents, reason, invoice: invoiceNumber.optional() }),
  run: async ({ client, actionKey }, args) => {
    await loadAccount(client, args.customer, 'read');
    if (args.invoice) {
      const invoice = await lockInvoice(client, args.customer, args.invoice);
      const left = overchargedCents(invoice);
      if (left === 0 && invoice.credited_cents > 0) {
        throw new StoreError('already_done', `The difference on ${invoice.number} is credited already`);
      }
      if (args.amountCents > left) {
        throw new StoreError('amount_too_high', `On ${invoice.number} at most ${left} cents are owed`);
      }
    } else if (args.amountCents > largestGoodwillCents) {
      throw new StoreError(
        'amount_too_high',
        `Without an invoice at most ${largestGoodwillCents} cents can be credited`,
      );
    }
    const id = `cr_${randomUUID()}`;
    const { rows } = await client.query<{ at: Date }>(
      `INSERT INTO credits (id, customer, invoice, amount_cents, reason, status, action_key, at)
       VALUES ($1, $2, $3, $4, $5, 'issued', $6, now()) RETURNING at`,
      [id, args.customer, args.invoice ?? null, args.amountCents, args.reason, actionKey],
    );
    return {
      credit: {
        id,
        amountCents: args.amountCents,
        currency: 'USD',
        status: 'issued',
        ...(args.invoice && { invoice: args.invoice }),
        createdAt: rows[0]?.at.toISOString(),
      },
    };
  },
});

export const creditsVoid = defineWrite({
  name: 'credits.void',
  title: 'Void a credit',
  description: 'Takes a store credit back.',
  input: z.strictObject({ customer: customerId, credit: z.string().min(4).max(60) }),
  run: async ({ client }, args) => {
    const { rows } = await client.query<{ status: string; amount_cents: number }>(
      'SELECT status, amount_cents FROM credits WHERE id = $1 AND customer = $2 FOR UPDATE',
      [args.credit, args.customer],
    );
    if (!rows[0]) throw new StoreError('not_found', `There is no credit ${args.credit} for this customer`);
    if (rows[0].status === 'void') throw new StoreError('already_done', `Credit ${args.credit} was voided before`);
    await client.query("UPDATE credits SET status = 'void' WHERE id = $1", [args.credit]);
    return { credit: { id: args.credit, amountCents: rows[0].amount_cents, status: 'void' } };
  },
});
