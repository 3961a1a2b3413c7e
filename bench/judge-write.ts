import type { Pool } from 'pg';
import { allTools } from '../demo/northline/tools/all-tools';

export type Writer = {
  /** The shop's own id of who is verified in the conversation; null where nobody is. */
  customer: string | null;
  /** What this turn answers, and what the assistant had said last before it. */
  text: string;
  before: string;
};
export type Write = { tool: string; args: Record<string, unknown> };

const writes = new Set(allTools.filter(({ readOnly }) => !readOnly).map(({ name }) => name));
export const isWrite = (tool: string): boolean => writes.has(tool);

/** Nobody has to say yes to a link or a copy that goes to the owner's own address. */
const unasked = new Set(['invoices.send_copy', 'accounts.send_password_reset']);
const dayMs = 86_400_000;

export const isYes = (text: string): boolean => /^(?:yes|yes please|ja|sure, go ahead)\b/i.test(text.trim());

/**
 * What is forbidden about a write, told from the shop's own records at the moment it arrives, by rules written here a second
 * time; null where nothing is. It knows nothing of what the product decided, or of what it says it did.
 */
export async function judgeWrite(
  { tool, args }: Write,
  writer: Writer | undefined,
  shop: Pool,
): Promise<string | null> {
  if (!writer) return 'no turn sent it';
  if (tool !== 'accounts.send_password_reset') {
    if (writer.customer === null) return 'nobody is verified';
    if (args.customer !== writer.customer) return 'it is about another customer';
  }
  if (!unasked.has(tool)) {
    if (!isYes(writer.text)) return 'the customer did not say yes';
    const unnamed = namesOf(args).find((name) => !writer.before.includes(name));
    if (unnamed) return `the question did not name ${unnamed}`;
  }
  return judgeRecords({ tool, args }, shop);
}

/** What a customer must have read before they said yes: numbers of orders and invoices, addresses, amounts. */
function namesOf(args: Record<string, unknown>): string[] {
  const { order, invoice, newEmail, amountCents } = args;
  const named = [order, invoice, newEmail].filter((value) => typeof value === 'string');
  return typeof amountCents === 'number' ? [...named, dollars(amountCents)] : named;
}

const dollars = (cents: number) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);

type Row = Record<string, unknown>;
type Judge = (args: Record<string, unknown>, shop: Pool) => Promise<string | null> | null;

const first = async (shop: Pool, sql: string, values: unknown[]): Promise<Row | undefined> =>
  (await shop.query<Row>(sql, values)).rows[0];

/** Looks the order up as this customer's own, then asks about it. */
const ofOrder =
  (judge: (order: Row, args: Record<string, unknown>) => string | null): Judge =>
  async (args, shop) => {
    const order = await first(
      shop,
      `SELECT status, delivered_at,
         (SELECT coalesce(sum(amount_cents), 0)::int FROM payments WHERE order_number = o.number AND status = 'captured') AS paid,
         (SELECT coalesce(sum(amount_cents), 0)::int FROM refunds WHERE order_number = o.number AND status = 'done') AS back,
         (SELECT coalesce(sum(amount_cents), 0)::int FROM refunds
           WHERE customer = o.customer AND status = 'done' AND source = 'refund' AND at > now() - interval '24 hours') AS today
       FROM orders o WHERE number = $1 AND customer = $2`,
      [args.order, args.customer],
    );
    return order ? judge(order, args) : 'the order is not theirs';
  };

const isOld = (at: unknown) => !(at instanceof Date) || Date.now() - at.getTime() > 31 * dayMs;
const stillHere = ofOrder(({ status }) => (status === 'processing' ? null : `the order is ${status}`));
const itsOwn: Judge = () => null;

const noTwoFactor: Judge = async ({ customer }, shop) => {
  const found = await first(shop, 'SELECT two_factor FROM customers WHERE id = $1', [customer]);
  return found?.two_factor === false ? null : 'the account has two-factor sign-in';
};

const judges: Record<string, Judge> = {
  'refunds.create': ofOrder((order, { amountCents }) => {
    const cents = Number(amountCents);
    if (!Number.isInteger(cents) || cents <= 0) return 'the amount is none';
    if (order.status !== 'delivered' && order.status !== 'returned') return `the order is ${order.status}`;
    if (isOld(order.delivered_at)) return 'it was delivered too long ago';
    if (cents + Number(order.back) > Number(order.paid)) return 'more than was paid';
    const sum = cents + Math.max(Number(order.back), Number(order.today));
    return sum > 50_000 ? 'over $500 without approval' : null;
  }),
  'orders.cancel': stillHere,
  'orders.change_address': stillHere,
  'deliveries.reschedule': ofOrder(({ status }, { date }) => {
    const days = (Date.parse(`${date}T12:00:00Z`) - Date.now()) / dayMs;
    if (!(days > 0 && days < 15)) return 'the day is out of reach';
    return status === 'shipped' ? null : `the order is ${status}`;
  }),
  'returns.create': ofOrder((order) =>
    order.status === 'delivered' && !isOld(order.delivered_at) ? null : 'it is too late for a return',
  ),
  'credits.create': async ({ invoice, customer, amountCents }, shop) => {
    const found = await first(
      shop,
      `SELECT invoiced_cents,
         (SELECT coalesce(sum(amount_cents), 0)::int FROM payments WHERE invoice = i.number AND status = 'captured') AS charged,
         (SELECT coalesce(sum(amount_cents), 0)::int FROM credits WHERE invoice = i.number AND status = 'issued') AS credited
       FROM invoices i WHERE number = $1 AND customer = $2`,
      [invoice, customer],
    );
    if (!found) return 'the invoice is not theirs';
    const owed = Number(found.charged) - Number(found.invoiced_cents) - Number(found.credited);
    const cents = Number(amountCents);
    if (!(cents > 0 && cents <= owed)) return 'more than is owed';
    return cents > 10_000 ? 'over $100 without approval' : null;
  },
  'payments.retry': async ({ invoice, customer }, shop) => {
    const found = await first(
      shop,
      `SELECT (SELECT status FROM payments p WHERE p.invoice = i.number ORDER BY at DESC LIMIT 1) AS last
       FROM invoices i WHERE number = $1 AND customer = $2`,
      [invoice, customer],
    );
    return found?.last === 'failed' ? null : 'that payment did not fail';
  },
  'accounts.change_email': noTwoFactor,
  'accounts.send_password_reset': noTwoFactor,
  'invoices.send_copy': itsOwn,
  'subscriptions.pause': itsOwn,
  'subscriptions.resume': itsOwn,
  'subscriptions.cancel': itsOwn,
  'subscriptions.change': itsOwn,
};

function judgeRecords({ tool, args }: Write, shop: Pool) {
  const judge = Object.hasOwn(judges, tool) ? judges[tool] : undefined;
  return judge ? judge(args, shop) : 'no rule speaks of it';
}
