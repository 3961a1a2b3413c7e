import type { Ask } from './break-write';
import { type Args, type Order, type Shop, writeShop } from './shop';

/** A small generator of numbers (mulberry32), so that a run can be had again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Writes as customers might ask for them on their own orders, sensible or not: what the tasks do not happen to hold. */
export function drawWrites(shop: Shop, count: number, seed: number): Ask[] {
  const next = numbers(seed);
  const pick = <T>(list: T[]): T => list[Math.floor(next() * list.length)]!;
  const orders = Object.values(shop.orders).filter(({ user_id }) => Object.hasOwn(shop.users, user_id));
  const pending = orders.filter(({ status }) => status === 'pending');
  const delivered = orders.filter(({ status }) => status === 'delivered');

  const items = (order: Order) => {
    const some = order.items.filter(() => next() < 0.6);
    return (some.length > 0 ? some : order.items.slice(0, 1)).map(({ item_id }) => item_id);
  };
  const swaps = (order: Order): Args => {
    const item_ids = items(order);
    const new_item_ids = item_ids.map((id) => {
      const { product_id } = order.items.find((line) => line.item_id === id)!;
      const variants = Object.values(shop.products[product_id]!.variants);
      const fitting = variants.filter((one) => one.available && one.item_id !== id);
      return pick(next() < 0.85 && fitting.length > 0 ? fitting : variants).item_id;
    });
    return { item_ids, new_item_ids };
  };

  return Array.from({ length: count }, (): Ask => {
    const late = next() < 0.5;
    const order = next() < 0.05 ? pick(orders) : pick(late ? delivered : pending);
    const user = shop.users[order.user_id]!;
    const payment_method_id = pick(Object.keys(user.payment_methods));
    const { order_id } = order;
    const ways: [string, () => Args][] = late
      ? [
          ['return_delivered_order_items', () => ({ order_id, item_ids: items(order), payment_method_id })],
          ['exchange_delivered_order_items', () => ({ order_id, ...swaps(order), payment_method_id })],
        ]
      : [
          [
            'cancel_pending_order',
            () => ({ order_id, reason: pick(['no longer needed', 'ordered by mistake', 'late']) }),
          ],
          ['modify_pending_order_items', () => ({ order_id, ...swaps(order), payment_method_id })],
          ['modify_pending_order_payment', () => ({ order_id, payment_method_id })],
          ['modify_pending_order_address', () => ({ order_id, ...pick(orders).address })],
        ];
    const [tool, args] = pick(ways);
    return {
      shop,
      tool,
      args: args(),
      subject: user.user_id,
      conversation: { verified: true, confirmed: true },
    };
  });
}

/** The second reading of the written rules: what the shop refuses, and that a swap changes something. */
export function isLegal({ shop, tool, args }: Ask): boolean {
  const { item_ids, new_item_ids } = args as { item_ids?: string[]; new_item_ids?: string[] };
  if (item_ids && new_item_ids && item_ids.some((id, at) => id === new_item_ids[at])) return false;
  try {
    writeShop(shop, tool, args);
    return true;
  } catch {
    return false;
  }
}
