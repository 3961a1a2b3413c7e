import { z } from 'zod';
import { StoreError } from '../store-error';
import { loadAccount } from './customers';
import { loadOrder, loadOrders, showOrder, showShipment } from './load-order';
import { customerId, defineRead, orderNumber } from './tool';

export const ordersList = defineRead({
  name: 'orders.list',
  title: "List a customer's orders",
  description: 'Summaries of the orders of one customer, newest first.',
  input: z.strictObject({ customer: customerId, limit: z.number().int().min(1).max(50).default(10) }),
  run: async (database, args) => {
    await loadAccount(database, args.customer, 'read');
    const orders = await loadOrders(database, args.customer, args.limit);
    return {
      orders: orders.map((order) => {
        const {
          number,
          status,
          placedAt,
          deliveredAt,
          totalCents,
          refundedCents,
          refundableCents,
          currency,
          lines,
          shipment,
        } = showOrder(order);
        return {
          number,
          status,
          placedAt,
          ...(deliveredAt && { deliveredAt }),
          totalCents,
          refundedCents,
          refundableCents,
          currency,
          items: lines.map((line) => (line.qty > 1 ? `${line.qty} × ${line.name}` : line.name)),
          ...(shipment && { shipmentStatus: shipment.status, eta: shipment.eta }),
        };
      }),
    };
  },
});

export const ordersGet = defineRead({
  name: 'orders.get',
  title: 'Get an order',
  description: 'One order in full: lines, payment, refunds, shipment with its events, address.',
  input: z.strictObject({ customer: customerId, order: orderNumber }),
  run: async (database, args) => ({ order: showOrder(await loadOrder(database, args.customer, args.order)) }),
});

export const shipmentsTrack = defineRead({
  name: 'shipments.track',
  title: 'Track a shipment',
  description: 'Where the parcel of an order is, when it should arrive, and what holds it up.',
  input: z.strictObject({ customer: customerId, order: orderNumber }),
  run: async (database, args) => {
    const order = await loadOrder(database, args.customer, args.order);
    if (!order.shipment) {
      throw new StoreError('wrong_status', `Order ${order.number} is ${order.status} and has no shipment`);
    }
    return {
      order: order.number,
      orderStatus: order.status,
      ...(order.delivered_at && { deliveredAt: order.delivered_at.toISOString() }),
      shipment: showShipment(order.shipment),
    };
  },
});
