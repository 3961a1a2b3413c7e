import type { Database } from '../database';

/** Everything that was done for one customer through the tools, and the money that moved, newest first. */
export async function readLedger(database: Database, customer: string) {
  const [refunds, credits, returns, mails, actions, payments] = await Promise.all([
    database.query(
      `SELECT id, order_number AS order, amount_cents AS "amountCents", reason, status, source, action_key AS "idempotencyKey", at
       FROM refunds WHERE customer = $1 ORDER BY at DESC`,
      [customer],
    ),
    database.query(
      `SELECT id, invoice, amount_cents AS "amountCents", reason, status, action_key AS "idempotencyKey", at
       FROM credits WHERE customer = $1 ORDER BY at DESC`,
      [customer],
    ),
    database.query(
      'SELECT rma, order_number AS order, kind, skus, new_size AS "newSize", at FROM returns WHERE customer = $1 ORDER BY at DESC',
      [customer],
    ),
    database.query('SELECT email, kind, subject, at FROM mails WHERE customer = $1 ORDER BY id DESC', [customer]),
    database.query('SELECT key AS "idempotencyKey", tool, at FROM actions WHERE customer = $1 ORDER BY at DESC', [
      customer,
    ]),
    database.query(
      `SELECT id, invoice, order_number AS order, amount_cents AS "amountCents", status, failure, at
       FROM payments WHERE customer = $1 ORDER BY at DESC`,
      [customer],
    ),
  ]);
  return {
    customer,
    refunds: refunds.rows,
    credits: credits.rows,
    returns: returns.rows,
    mails: mails.rows,
    actions: actions.rows,
    payments: payments.rows,
  };
}

/** Sums over all customers of what was done through the tools; what the shop was seeded with stands apart. */
export async function readTotals(database: Database) {
  const { rows } = await database.query<Record<string, unknown>>(
    `SELECT
       (SELECT jsonb_build_object('count', count(*), 'cents', coalesce(sum(amount_cents), 0)) FROM refunds WHERE source = 'refund' AND status = 'done') AS refunds,
       (SELECT jsonb_build_object('count', count(*), 'cents', coalesce(sum(amount_cents), 0)) FROM refunds WHERE status = 'reversed') AS "reversedRefunds",
       (SELECT jsonb_build_object('count', count(*), 'cents', coalesce(sum(amount_cents), 0)) FROM refunds WHERE source = 'cancellation' AND status = 'done') AS cancellations,
       (SELECT jsonb_build_object('count', count(*), 'cents', coalesce(sum(amount_cents), 0)) FROM credits WHERE action_key IS NOT NULL AND status = 'issued') AS credits,
       (SELECT jsonb_build_object('count', count(*), 'cents', coalesce(sum(amount_cents), 0)) FROM refunds WHERE source = 'seed') AS "seededRefunds",
       (SELECT count(*)::int FROM returns) AS returns,
       (SELECT count(*)::int FROM mails) AS mails,
       (SELECT count(*)::int FROM actions) AS actions,
       (SELECT count(*)::int FROM customers) AS customers,
       (SELECT count(*)::int FROM orders) AS orders`,
  );
  return rows[0] ?? {};
}

export interface RecentAction {
  at: Date;
  tool: string;
  customer: string;
  name: string;
  amount_cents: number | null;
}

/** The last things done through the tools, for the control panel. */
export async function readRecentActions(database: Database): Promise<RecentAction[]> {
  const { rows } = await database.query<RecentAction>(
    `SELECT a.at, a.tool, a.customer, c.name, coalesce(r.amount_cents, k.amount_cents) AS amount_cents
     FROM actions a JOIN customers c ON c.id = a.customer
       LEFT JOIN refunds r ON r.action_key = a.key LEFT JOIN credits k ON k.action_key = a.key
     ORDER BY a.at DESC LIMIT 25`,
  );
  return rows;
}
