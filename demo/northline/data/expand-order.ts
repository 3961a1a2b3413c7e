import { productBySku } from './catalogue';
import { cities } from './people';
import { goodsCents, type OrderPlan, shippingCents } from './plan-order';
import { memberPriceCents } from './plans';
import type { Chance } from './random';
import type { ShipmentEvent, ShipmentRow, ShopRows } from './rows';

const hour = 3_600_000;
const day = 24 * hour;
const carriers = ['Overland Express', 'Postline', 'Blue Heron Parcel'];
const warehouse = 'Ogden, UT';

/** Adds everything that belongs to one order: its lines, shipment, invoice, payment and refunds. */
export function expandOrder(rows: ShopRows, plan: OrderPlan, number: string, now: Date, chance: Chance): void {
  const { customer } = plan;
  const placedAt = new Date(now.getTime() - plan.placedDaysAgo * day);
  const deliveredAt =
    plan.deliveredDaysAgo === undefined ? null : new Date(now.getTime() - plan.deliveredDaysAgo * day);
  const goods = goodsCents(plan);
  const shipping = shippingCents(goods);
  const total = goods + shipping;

  rows.orders.push({
    number,
    customer: customer.id,
    status: plan.state,
    placed_at: placedAt,
    delivered_at: deliveredAt,
    shipping_cents: shipping,
    total_cents: total,
    address: customer.address,
    delivery_instructions:
      chance.next() < 0.12 ? chance.pick(['Leave with the neighbor', 'Side door', 'Ring twice']) : null,
  });
  plan.lines.forEach((line, position) => {
    const product = productBySku(line.sku);
    rows.order_lines.push({
      order_number: number,
      position,
      sku: product.sku,
      name: product.name,
      size: line.size ?? chance.pick(product.sizes),
      colour: chance.pick(product.colours),
      qty: line.qty,
      price_cents: memberPriceCents(product.priceCents, customer.tier),
    });
  });
  if (plan.state !== 'processing' && plan.state !== 'cancelled') {
    rows.shipments.push(makeShipment(plan, number, placedAt, deliveredAt, now, chance));
  }

  const invoice = number.replace('NL-', 'INV-');
  rows.invoices.push({
    number: invoice,
    customer: customer.id,
    order_number: number,
    issued_at: placedAt,
    invoiced_cents: total,
    description: `Order ${number}`,
  });
  rows.payments.push({
    id: `pay_${number.slice(3)}`,
    customer: customer.id,
    invoice,
    order_number: number,
    amount_cents: total,
    status: 'captured',
    failure: null,
    brand: customer.card_brand,
    last4: customer.card_last4,
    at: placedAt,
  });
  addRefund(rows, plan, number, total, placedAt, deliveredAt);
}

function addRefund(
  rows: ShopRows,
  plan: OrderPlan,
  number: string,
  totalCents: number,
  placedAt: Date,
  deliveredAt: Date | null,
): void {
  const whole = plan.state === 'cancelled' || plan.state === 'returned';
  if (!whole && plan.partRefundCents === undefined) return;
  rows.refunds.push({
    id: `re_${number.slice(3)}`,
    customer: plan.customer.id,
    order_number: number,
    // A part is never the whole: the order must stay one that was refunded in part.
    amount_cents: whole ? totalCents : Math.min(plan.partRefundCents ?? 0, totalCents - 100),
    reason: plan.state === 'cancelled' ? 'Cancelled by the customer' : whole ? 'Returned' : 'Arrived with a fault',
    status: 'done',
    source: 'seed',
    action_key: null,
    at: deliveredAt ? new Date(deliveredAt.getTime() + day) : new Date(placedAt.getTime() + 2 * hour),
  });
}

function makeShipment(
  plan: OrderPlan,
  number: string,
  placedAt: Date,
  deliveredAt: Date | null,
  now: Date,
  chance: Chance,
): ShipmentRow {
  const place = /, ([^,]+, [A-Z]{2}) \d{5}$/.exec(plan.customer.address)?.[1] ?? warehouse;
  const between = chance.pick(cities);
  const hub = plan.stormDelay ? 'Salt Lake City, UT' : `${between.name}, ${between.state}`;
  const packed = placedAt.getTime() + 14 * hour;
  const events: ShipmentEvent[] = [
    { at: iso(packed), place: warehouse, text: 'Packed' },
    { at: iso(packed + 8 * hour), place: warehouse, text: 'Handed to the carrier' },
  ];
  const lastMove = deliveredAt
    ? deliveredAt.getTime() - 20 * hour
    : Math.min(packed + 30 * hour, now.getTime() - 3 * hour);
  events.push({ at: iso(Math.max(lastMove, packed + 9 * hour)), place: hub, text: 'Arrived at the sorting center' });

  const promised = deliveredAt
    ? deliveredAt.getTime() + chance.between(0, 1) * day
    : plan.stormDelay
      ? now.getTime() - 2 * day
      : now.getTime() + chance.between(1, 3) * day;
  if (plan.stormDelay) {
    events.push({ at: iso(now.getTime() - 3 * day), place: hub, text: 'Held: a storm has closed the road' });
  }
  if (deliveredAt) {
    events.push({ at: iso(deliveredAt.getTime() - 5 * hour), place, text: 'Out for delivery' });
    events.push({ at: iso(deliveredAt.getTime()), place, text: 'Delivered' });
  }
  return {
    order_number: number,
    carrier: chance.pick(carriers),
    tracking: `NX${chance.digits(10)}`,
    status: deliveredAt ? 'delivered' : plan.stormDelay ? 'delayed' : 'in_transit',
    eta: deliveredAt ?? new Date(plan.stormDelay ? now.getTime() + 2 * day : promised),
    promised_at: new Date(promised),
    delayed_by: plan.stormDelay && !deliveredAt ? 'storm' : null,
    events,
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
