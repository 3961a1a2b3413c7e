import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { StoreError } from '../store-error';
import { lockOrder, type OrderFacts, refundableCents } from './load-order';
import { cents, customerId, defineWrite, orderNumber, reason } from './tool';

/** A refund is sent to the bank in batches; until then, and never longer, it can be taken back. */
export const reversibleMinutes = 10;

export interface NewRefund {
  customer: string;
  amountCents: number;
  reason: string;
  source: 'refund' | 'cancellation';
  actionKey: string;
}

/** Writes the refund. The caller holds the lock on the order and has checked the amount. */
export async function recordRefund(client: PoolClient, order: OrderFacts, refund: NewRefund) {
  const id = `re_${randomUUID()}`;
  const { rows } = await client.query<{ at: Date }>(
    `INSERT INTO refunds (id, customer, order_number, amount_cents, reason, status, source, action_key, at)
     VALUES ($1, $2, $3, $4, $5, 'done', $6, $7, now()) RETURNING at`,
    [id, refund.customer, order.number, refund.amountCents, refund.reason, refund.source, refund.actionKey],
  );
  return {
    id,
    order: order.number,
    amountCents: refund.amountCents,
    currency: 'USD',
    status: 'done',
    method: `${order.brand} ending in ${order.last4}`,
    createdAt: rows[0]?.at.toISOString(),
  };
}

export const refundsCreate = defineWrite({
  name: 'refunds.create',
  title: 'Refund an order',
  description: 'Sends money of an order back to the card it was paid with, at most what has not been refunded yet.',
  input: z.strictObject({ customer: customerId, order: orderNumber, amountCents: cents, reason }),
  run: async ({ client, actionKey }, args) => {
    const order = await lockOrder(client, args.customer, args.order);
    const left = refundableCents(order);
    if (left <= 0 && order.refunded_cents > 0) {
      throw new StoreError('already_done', `Order ${order.number} is refunded in full`);
    }
    if (order.status === 'processing' || order.status === 'cancelled') {
      throw new StoreError(
        'wrong_status',
        `Order ${order.number} is ${order.status}; it can be cancelled, not refunded`,
      );
    }
    if (args.amountCents > left) {
      throw new StoreError('amount_too_high', `Of order ${order.number} at most ${left} cents can be refunded`);
    }
    const { customer, amountCents } = args;
    const refund = await recordRefund(client, order, {
      customer,
      amountCents,
      reason: args.reason,
      source: 'refund',
      actionKey,
    });
    return {
      refund,
      order: {
        number: order.number,
        refundedCents: order.refunded_cents + amountCents,
        refundableCents: left - amountCents,
      },
    };
  },
});

export const refundsReverse = defineWrite({
  name: 'refunds.reverse',
  title: 'Take a refund back',
  description: `Takes back a refund that has not left for the bank: within ${reversibleMinutes} minutes.`,
  input: z.strictObject({ customer: customerId, refund: z.string().min(4).max(60) }),
  run: async ({ client }, args) => {
    const { rows } = await client.query<{ status: string; order_number: string; amount_cents: number; open: boolean }>(
      `SELECT status, order_number, amount_cents, source = 'refund' AND at > now() - make_interval(mins => $3) AS open
       FROM refunds WHERE id = $1 AND customer = $2 FOR UPDATE`,
      [args.refund, args.customer, reversibleMinutes],
    );
    const found = rows[0];
    if (!found) throw new StoreError('not_found', `There is no refund ${args.refund} for this customer`);
    if (found.status === 'reversed')
      throw new StoreError('already_done', `Refund ${args.refund} was taken back before`);
    if (!found.open) throw new StoreError('wrong_status', `Refund ${args.refund} has left for the bank`);
    await client.query("UPDATE refunds SET status = 'reversed' WHERE id = $1", [args.refund]);
    return {
      refund: { id: args.refund, order: found.order_number, amountCents: found.amount_cents, status: 'reversed' },
    };
  },
});
