import { z } from 'zod';
import { StoreError } from '../store-error';
import { lockOrder, refundableCents } from './load-order';
import { recordRefund, reversibleMinutes } from './refunds';
import { customerId, defineWrite, orderNumber, reason } from './tool';

const day = 86_400_000;
/** The carriers keep a parcel for two weeks. */
const longestDelayDays = 14;

export const ordersCancel = defineWrite({
  name: 'orders.cancel',
  title: 'Cancel an order',
  description: 'Cancels an order that is still being processed and refunds what was paid.',
  input: z.strictObject({ customer: customerId, order: orderNumber, reason }),
  run: async ({ client, actionKey }, args) => {
    const order = await lockOrder(client, args.customer, args.order);
    if (order.status === 'cancelled')
      throw new StoreError('already_done', `Order ${order.number} is already cancelled`);
    if (order.status !== 'processing') {
      throw new StoreError('wrong_status', `Order ${order.number} is ${order.status} and cannot be cancelled any more`);
    }
    await client.query("UPDATE orders SET status = 'cancelled' WHERE number = $1", [order.number]);
    const left = refundableCents(order);
    const refund =
      left > 0
        ? await recordRefund(client, order, {
            customer: args.customer,
            amountCents: left,
            reason: args.reason,
            source: 'cancellation',
            actionKey,
          })
        : undefined;
    return {
      order: { number: order.number, status: 'cancelled', refundedCents: order.refunded_cents + left },
      ...(refund && { refund }),
    };
  },
});

export const ordersReinstate = defineWrite({
  name: 'orders.reinstate',
  title: 'Take a cancellation back',
  description: `Puts a cancelled order back into processing, while its refund has not left for the bank: within ${reversibleMinutes} minutes.`,
  input: z.strictObject({ customer: customerId, order: orderNumber }),
  run: async ({ client }, args) => {
    const order = await lockOrder(client, args.customer, args.order);
    if (order.status === 'processing') throw new StoreError('already_done', `Order ${order.number} is not cancelled`);
    if (order.status !== 'cancelled') throw new StoreError('wrong_status', `Order ${order.number} is ${order.status}`);
    const { rows } = await client.query<{ id: string; amount_cents: number; open: boolean }>(
      `SELECT id, amount_cents, at > now() - make_interval(mins => $2) AS open FROM refunds
       WHERE order_number = $1 AND source = 'cancellation' AND status = 'done' FOR UPDATE`,
      [order.number, reversibleMinutes],
    );
    if (rows.some(({ open }) => !open))
      throw new StoreError('wrong_status', `The refund of order ${order.number} has left for the bank`);
    await client.query("UPDATE refunds SET status = 'reversed' WHERE id = ANY($1)", [rows.map(({ id }) => id)]);
    await client.query("UPDATE orders SET status = 'processing' WHERE number = $1", [order.number]);
    const amountCents = rows.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
    return { order: { number: order.number, status: 'processing' }, refund: { amountCents, status: 'reversed' } };
  },
});

export const ordersChangeAddress = defineWrite({
  name: 'orders.change_address',
  title: 'Change the delivery address',
  description: 'Sends an order that is still being processed to another address.',
  input: z.strictObject({
    customer: customerId,
    order: orderNumber,
    address: z.string().trim().min(8).max(300).describe('Street and number, city, state and ZIP, in one line'),
  }),
  run: async ({ client }, args) => {
    const order = await lockOrder(client, args.customer, args.order);
    if (order.status !== 'processing') {
      throw new StoreError('wrong_status', `Order ${order.number} is ${order.status}; its address is fixed`);
    }
    await client.query('UPDATE orders SET address = $2 WHERE number = $1', [order.number, args.address]);
    return {
      order: { number: order.number, status: order.status, address: args.address, previousAddress: order.address },
    };
  },
});

export const deliveriesReschedule = defineWrite({
  name: 'deliveries.reschedule',
  title: 'Reschedule a delivery',
  description: 'Has the carrier deliver on another day, up to two weeks ahead, with a word to the driver.',
  input: z.strictObject({
    customer: customerId,
    order: orderNumber,
    date: z.iso.date().describe('The day of delivery, YYYY-MM-DD'),
    instructions: z.string().trim().min(1).max(300).optional(),
  }),
  run: async ({ client }, args) => {
    const order = await lockOrder(client, args.customer, args.order);
    if (order.status !== 'shipped' || !order.shipment) {
      throw new StoreError(
        'wrong_status',
        `Order ${order.number} is ${order.status}; only a parcel on its way can be rescheduled`,
      );
    }
    const now = new Date();
    const eta = new Date(`${args.date}T20:00:00Z`);
    if (!isDeliverable(args.date, now)) {
      throw new StoreError('invalid', `date: must be between tomorrow and ${longestDelayDays} days from now`);
    }
    const event = { at: now.toISOString(), place: order.shipment.carrier, text: `Delivery moved to ${args.date}` };
    await client.query('UPDATE shipments SET eta = $2, events = events || $3::jsonb WHERE order_number = $1', [
      order.number,
      eta,
      JSON.stringify([event]),
    ]);
    if (args.instructions) {
      await client.query('UPDATE orders SET delivery_instructions = $2 WHERE number = $1', [
        order.number,
        args.instructions,
      ]);
    }
    return {
      order: order.number,
      delivery: {
        date: args.date,
        eta: eta.toISOString(),
        previousEta: new Date(order.shipment.eta).toISOString(),
        carrier: order.shipment.carrier,
        ...(args.instructions && { instructions: args.instructions }),
      },
    };
  },
});

/** Whether a carrier can still deliver on `date` (YYYY-MM-DD): from tomorrow on, at most two weeks ahead, counted in UTC days. */
export function isDeliverable(date: string, now: Date): boolean {
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const days = (Date.parse(`${date}T00:00:00Z`) - today) / day;
  return days >= 1 && days <= longestDelayDays;
}
