import type { OrderStatus } from '../data/rows';
import type { Database } from '../database';
import { StoreError } from '../store-error';

interface Line {
  sku: string;
  name: string;
  size: string;
  colour: string;
  qty: number;
  price_cents: number;
}

interface Shipment {
  carrier: string;
  tracking: string;
  status: string;
  eta: string;
  promised_at: string;
  delayed_by: string | null;
  events: { at: string; place: string; text: string }[];
}

export interface OrderFacts {
  number: string;
  status: OrderStatus;
  placed_at: Date;
  delivered_at: Date | null;
  shipping_cents: number;
  total_cents: number;
  address: string;
  delivery_instructions: string | null;
  lines: Line[];
  shipment: Shipment | null;
  brand: string | null;
  last4: string | null;
  captured_cents: number;
  refunded_cents: number;
}

// Asked by name, so that each connection plans these joins once: planning takes longer than running them.
const facts = `
  SELECT o.number, o.status, o.placed_at, o.delivered_at, o.shipping_cents, o.total_cents, o.address, o.delivery_instructions,
    (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.position) FROM order_lines l WHERE l.order_number = o.number) AS lines,
    (SELECT to_jsonb(s) FROM shipments s WHERE s.order_number = o.number) AS shipment,
    p.brand, p.last4, coalesce(p.captured_cents, 0) AS captured_cents,
    (SELECT coalesce(sum(r.amount_cents), 0)::int FROM refunds r WHERE r.order_number = o.number AND r.status = 'done') AS refunded_cents
  FROM orders o LEFT JOIN LATERAL (
    SELECT max(brand) AS brand, max(last4) AS last4, sum(amount_cents)::int AS captured_cents
    FROM payments WHERE order_number = o.number AND status = 'captured'
  ) p ON true`;

/** The orders of one customer, newest first. */
export async function loadOrders(database: Database, customer: string, limit: number): Promise<OrderFacts[]> {
  const { rows } = await database.query<OrderFacts>(
    {
      name: 'orders-of-customer',
      text: `${facts} WHERE o.customer = $1 ORDER BY o.placed_at DESC, o.number DESC LIMIT $2`,
    },
    [customer, limit],
  );
  return rows;
}

/** One order of this customer; the order of anybody else is as little there as one that does not exist. */
export async function loadOrder(database: Database, customer: string, number: string): Promise<OrderFacts> {
  const { rows } = await database.query<OrderFacts>(
    { name: 'order', text: `${facts} WHERE o.number = $1 AND o.customer = $2` },
    [number, customer],
  );
  if (!rows[0]) throw new StoreError('not_found', `There is no order ${number} for this customer`);
  return rows[0];
}

/**
 * The same for a write. The row is locked first, in a statement of its own: the facts are then read after any other
 * write to this order has committed, so that two refunds cannot both see the same money.
 */
export async function lockOrder(database: Database, customer: string, number: string): Promise<OrderFacts> {
  await database.query('SELECT 1 FROM orders WHERE number = $1 AND customer = $2 FOR UPDATE', [number, customer]);
  return loadOrder(database, customer, number);
}

export function refundableCents(order: OrderFacts): number {
  return order.captured_cents - order.refunded_cents;
}

/** What a payment has come to. */
export function paymentStatus(order: Pick<OrderFacts, 'captured_cents' | 'refunded_cents'>): string {
  if (order.captured_cents === 0) return 'open';
  if (order.refunded_cents === 0) return 'paid';
  return order.refunded_cents >= order.captured_cents ? 'refunded' : 'partly_refunded';
}

/** The order in full, in the words of the interface. */
export function showOrder(order: OrderFacts) {
  return {
    number: order.number,
    status: order.status,
    placedAt: order.placed_at.toISOString(),
    ...(order.delivered_at && { deliveredAt: order.delivered_at.toISOString() }),
    totalCents: order.total_cents,
    shippingCents: order.shipping_cents,
    refundedCents: order.refunded_cents,
    refundableCents: refundableCents(order),
    currency: 'USD',
    lines: order.lines.map((line) => ({
      sku: line.sku,
      name: line.name,
      size: line.size,
      colour: line.colour,
      qty: line.qty,
      priceCents: line.price_cents,
    })),
    payment: {
      status: paymentStatus(order),
      brand: order.brand,
      last4: order.last4,
      capturedCents: order.captured_cents,
    },
    ...(order.shipment && { shipment: showShipment(order.shipment) }),
    address: order.address,
    ...(order.delivery_instructions && { deliveryInstructions: order.delivery_instructions }),
  };
}

export function showShipment(shipment: Shipment) {
  return {
    carrier: shipment.carrier,
    tracking: shipment.tracking,
    status: shipment.status,
    eta: new Date(shipment.eta).toISOString(),
    promisedAt: new Date(shipment.promised_at).toISOString(),
    ...(shipment.delayed_by && { delayedBy: shipment.delayed_by }),
    events: shipment.events,
  };
}
