import type { Product } from './catalogue';
import { catalogue, productBySku } from './catalogue';
import { memberPriceCents } from './plans';
import type { Chance } from './random';
import type { CustomerRow } from './rows';

interface PlannedLine {
  sku: string;
  qty: number;
  size?: string;
}

/** What an order should look like; `expandOrder` turns it into rows. Ages are days before the first start. */
export interface OrderPlan {
  customer: CustomerRow;
  state: 'processing' | 'shipped' | 'delivered' | 'cancelled' | 'returned';
  placedDaysAgo: number;
  deliveredDaysAgo?: number;
  stormDelay?: boolean;
  partRefundCents?: number;
  lines: PlannedLine[];
  number?: string;
  isCase?: boolean;
}

/** The daily life of the shop in shares of 100; the rest is what was delivered long ago. */
const shares = { processing: 4, shipped: 7, recent: 15, largeRecent: 2, cancelled: 5, returned: 4, partRefund: 5 };

/** An ordinary order of an ordinary customer. */
export function planOrdinaryOrder(chance: Chance, customer: CustomerRow): OrderPlan {
  const roll = chance.next() * 100;
  let edge = shares.processing;
  const lines = pickLines(chance);
  if (roll < edge) return { customer, state: 'processing', placedDaysAgo: chance.between(2, 36) / 24, lines };
  edge += shares.shipped;
  if (roll < edge) {
    const stormDelay = chance.next() < 0.35;
    const placedDaysAgo = stormDelay ? chance.between(6, 9) : chance.between(48, 110) / 24;
    return { customer, state: 'shipped', placedDaysAgo, stormDelay, lines };
  }
  edge += shares.recent;
  if (roll < edge) return delivered(chance, customer, chance.between(1, 28), lines);
  edge += shares.largeRecent;
  if (roll < edge) return delivered(chance, customer, chance.between(1, 28), largeLines(chance));
  edge += shares.cancelled;
  if (roll < edge) return { customer, state: 'cancelled', placedDaysAgo: chance.between(1, 300), lines };
  const deliveredDaysAgo = chance.between(32, 540);
  edge += shares.returned;
  if (roll < edge) return { ...delivered(chance, customer, deliveredDaysAgo, lines), state: 'returned' };
  edge += shares.partRefund;
  const plan = delivered(chance, customer, roll < edge ? chance.between(3, 200) : deliveredDaysAgo, lines);
  if (roll >= edge) return plan;
  const worth = lines.reduce((sum, line) => sum + productBySku(line.sku).priceCents * line.qty, 0);
  return { ...plan, partRefundCents: Math.max(500, Math.round((worth * chance.between(10, 45)) / 10_000) * 100) };
}

function delivered(chance: Chance, customer: CustomerRow, deliveredDaysAgo: number, lines: PlannedLine[]): OrderPlan {
  return {
    customer,
    state: 'delivered',
    deliveredDaysAgo,
    placedDaysAgo: deliveredDaysAgo + chance.between(3, 7),
    lines,
  };
}

function pickLines(chance: Chance): PlannedLine[] {
  const roll = chance.next();
  const count = roll < 0.55 ? 1 : roll < 0.85 ? 2 : chance.between(3, 5);
  const chosen = new Map<string, Product>();
  while (chosen.size < count) {
    const product = chance.pick(catalogue);
    chosen.set(product.sku, product);
  }
  return [...chosen.values()].map((product) => ({
    sku: product.sku,
    qty: product.priceCents < 5_000 && chance.next() < 0.3 ? 2 : 1,
  }));
}

function largeLines(chance: Chance): PlannedLine[] {
  const first = chance.pick(['TNT-BSC4', 'TNT-BSC6', 'TNT-STM2']);
  return [
    { sku: first, qty: 1 },
    { sku: chance.pick(['SLP-PAD5', 'SLP-UPD', 'CMP-CHR']), qty: 1 },
  ];
}

/** Standard delivery is free from $60 of goods, else $5.95. */
export function shippingCents(goodsCents: number): number {
  return goodsCents >= 6_000 ? 0 : 595;
}

/** What the lines cost this customer, before delivery. */
export function goodsCents(plan: Pick<OrderPlan, 'customer' | 'lines'>): number {
  return plan.lines.reduce(
    (sum, line) => sum + memberPriceCents(productBySku(line.sku).priceCents, plan.customer.tier) * line.qty,
    0,
  );
}
