import type { FactAnswer } from '../../lib/governance/gather-facts';

type Item = { item_id: string; product_id: string; price: number; options: Record<string, string>; name: string };
type Payment = { transaction_type: string; amount: number; payment_method_id: string };
export type Order = {
  order_id: string;
  user_id: string;
  address: Record<string, string>;
  items: Item[];
  status: string;
  payment_history: Payment[];
  [more: string]: unknown;
};
type Method = { source: string; id: string; balance?: number };
export type User = {
  user_id: string;
  name: { first_name: string; last_name: string };
  email: string;
  address: Record<string, string>;
  payment_methods: Record<string, Method>;
  [more: string]: unknown;
};
type Variant = { item_id: string; options: Record<string, string>; available: boolean; price: number };
type Product = { name: string; product_id: string; variants: Record<string, Variant> };
/** The whole database. Never changed in place: a write answers another one, which shares what it did not touch. */
export type Shop = {
  users: Record<string, User>;
  orders: Record<string, Order>;
  products: Record<string, Product>;
};
export type Args = Record<string, unknown>;

export const writes = new Set([
  'cancel_pending_order',
  'exchange_delivered_order_items',
  'modify_pending_order_address',
  'modify_pending_order_items',
  'modify_pending_order_payment',
  'modify_user_address',
  'return_delivered_order_items',
]);

const own = <T>(records: Record<string, T>, id: unknown): T | undefined =>
  typeof id === 'string' && Object.hasOwn(records, id) ? records[id] : undefined;

/** What the shop's reads answer. It knows nothing of who asks: that is what the policy is for. */
export function readShop(shop: Shop, tool: string, args: Args): FactAnswer {
  const value = answerTo(shop, tool, args);
  return value === undefined ? { kind: 'missing', code: 'not_found' } : { kind: 'had', value };
}

function answerTo(shop: Shop, tool: string, args: Args): unknown {
  switch (tool) {
    case 'get_order_details':
      return own(shop.orders, args.order_id);
    case 'get_user_details':
      return own(shop.users, args.user_id);
    case 'get_product_details':
      return own(shop.products, args.product_id);
    case 'get_item_details':
      return Object.values(shop.products).flatMap(({ variants }) => own(variants, args.item_id) ?? [])[0];
    case 'find_user_id_by_email':
      return findUser(shop, ({ email }) => sameText(email, args.email));
    case 'find_user_id_by_name_zip':
      return findUser(
        shop,
        ({ name, address }) =>
          sameText(name.first_name, args.first_name) &&
          sameText(name.last_name, args.last_name) &&
          address.zip === args.zip,
      );
    case 'list_all_product_types':
      return Object.fromEntries(Object.values(shop.products).map(({ name, product_id }) => [name, product_id]));
    default:
      return undefined;
  }
}

const sameText = (one: string, other: unknown) => one.toLowerCase() === String(other).toLowerCase();
const findUser = (shop: Shop, fits: (user: User) => boolean) => Object.values(shop.users).find(fits)?.user_id;

/** Carries a write out as the shop does. Throws what the shop itself refuses, whatever a policy said. */
export function writeShop(shop: Shop, tool: string, args: Args): Shop {
  if (tool === 'modify_user_address') {
    const user = must(own(shop.users, args.user_id), 'user');
    return { ...shop, users: { ...shop.users, [user.user_id]: { ...user, address: addressOf(args) } } };
  }
  const order = must(own(shop.orders, args.order_id), 'order');
  const user = must(own(shop.users, order.user_id), 'user');
  const keep = (changed: Order, balances: Record<string, number> = {}): Shop => ({
    ...shop,
    orders: { ...shop.orders, [order.order_id]: changed },
    users: { ...shop.users, [user.user_id]: withBalances(user, balances) },
  });
  switch (tool) {
    case 'cancel_pending_order':
      return cancel(order, args, user, keep);
    case 'modify_pending_order_address':
      if (!order.status.startsWith('pending')) throw new Error('the order is not pending');
      return keep({ ...order, address: addressOf(args) });
    case 'modify_pending_order_payment':
      return payOtherwise(order, args, user, keep);
    case 'modify_pending_order_items':
      return changeItems(shop, order, args, user, keep);
    case 'return_delivered_order_items': {
      if (order.status !== 'delivered') throw new Error('the order is not delivered');
      const method = methodOf(user, args.payment_method_id);
      if (method.source !== 'gift_card' && method.id !== order.payment_history[0]?.payment_method_id)
        throw new Error('neither the original payment method nor a gift card');
      const ids = itemsIn(order, args.item_ids);
      return keep({ ...order, status: 'return requested', return_items: ids, return_payment_method_id: method.id });
    }
    case 'exchange_delivered_order_items': {
      if (order.status !== 'delivered') throw new Error('the order is not delivered');
      const { pairs, difference } = pairsOf(shop, order, args);
      affordable(methodOf(user, args.payment_method_id), difference);
      return keep({
        ...order,
        status: 'exchange requested',
        exchange_items: pairs.map(({ line }) => line.item_id),
        exchange_new_items: pairs.map(({ variant }) => variant.item_id),
        exchange_price_difference: difference,
      });
    }
    default:
      throw new Error(`${tool} is not a write`);
  }
}

type Keep = (changed: Order, balances?: Record<string, number>) => Shop;
const rounded = (amount: number) => Math.round(amount * 100) / 100;

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no such ${what}`);
  return value;
}

const methodOf = (user: User, id: unknown): Method => must(own(user.payment_methods, id), 'payment method');

function withBalances(user: User, changes: Record<string, number>): User {
  const methods = Object.entries(changes).flatMap(([id, change]) => {
    const method = user.payment_methods[id];
    return method?.balance === undefined ? [] : [[id, { ...method, balance: rounded(method.balance + change) }]];
  });
  return { ...user, payment_methods: { ...user.payment_methods, ...Object.fromEntries(methods) } };
}

function addressOf({ address1, address2, city, state, country, zip }: Args): Record<string, string> {
  return { address1, address2, city, state, country, zip } as Record<string, string>;
}

function cancel(order: Order, args: Args, user: User, keep: Keep): Shop {
  if (order.status !== 'pending') throw new Error('the order is not pending');
  if (args.reason !== 'no longer needed' && args.reason !== 'ordered by mistake') throw new Error('not a reason');
  const refunds = order.payment_history.map((payment) => ({ ...payment, transaction_type: 'refund' }));
  const cards = refunds.filter(
    ({ payment_method_id }) => user.payment_methods[payment_method_id]?.source === 'gift_card',
  );
  const balances = Object.fromEntries(cards.map(({ payment_method_id, amount }) => [payment_method_id, amount]));
  const payment_history = [...order.payment_history, ...refunds];
  return keep({ ...order, status: 'cancelled', cancel_reason: args.reason, payment_history }, balances);
}

function payOtherwise(order: Order, args: Args, user: User, keep: Keep): Shop {
  if (!order.status.startsWith('pending')) throw new Error('the order is not pending');
  const method = methodOf(user, args.payment_method_id);
  const [paid, ...others] = order.payment_history;
  if (!paid || others.length > 0 || paid.transaction_type !== 'payment') throw new Error('not one payment');
  if (paid.payment_method_id === method.id) throw new Error('the same payment method');
  affordable(method, paid.amount);
  const payment_history = [paid, { ...paid, payment_method_id: method.id }, { ...paid, transaction_type: 'refund' }];
  return keep({ ...order, payment_history }, { [method.id]: -paid.amount, [paid.payment_method_id]: paid.amount });
}

function changeItems(shop: Shop, order: Order, args: Args, user: User, keep: Keep): Shop {
  if (order.status !== 'pending') throw new Error('the order is not pending');
  const { pairs, difference } = pairsOf(shop, order, args);
  const method = methodOf(user, args.payment_method_id);
  affordable(method, difference);
  const items = [...order.items];
  for (const { line, variant } of pairs) {
    const { item_id, price, options } = variant;
    items[items.indexOf(line)] = { ...line, item_id, price, options };
  }
  const transaction_type = difference > 0 ? 'payment' : 'refund';
  const payment = { transaction_type, amount: Math.abs(difference), payment_method_id: method.id };
  const changed = { ...order, items, status: 'pending (item modified)' };
  return keep({ ...changed, payment_history: [...order.payment_history, payment] }, { [method.id]: -difference });
}

function affordable(method: Method, amount: number): void {
  if (method.source === 'gift_card' && (method.balance ?? 0) < amount)
    throw new Error('the gift card holds too little');
}

function itemsIn(order: Order, ids: unknown): string[] {
  const left = order.items.map(({ item_id }) => item_id);
  for (const id of ids as string[]) {
    const at = left.indexOf(id);
    if (at < 0) throw new Error(`no item ${id} is left in the order`);
    left.splice(at, 1);
  }
  return [...(ids as string[])];
}

/** Each old line with the variant it becomes, and the price difference in dollars. A line is taken once. */
export function pairsOf(shop: Shop, order: Order, args: Args) {
  const ids = itemsIn(order, args.item_ids);
  const wanted = args.new_item_ids as string[];
  if (ids.length !== wanted.length) throw new Error('not one new item for each');
  const left = [...order.items];
  const pairs = ids.map((id, at) => {
    const [line] = left.splice(
      left.findIndex(({ item_id }) => item_id === id),
      1,
    );
    const variant = must(own(shop.products[line!.product_id]!.variants, wanted[at]), 'item of this product');
    if (!variant.available) throw new Error('a new item is not available');
    return { line: line!, variant };
  });
  return { pairs, difference: rounded(pairs.reduce((sum, { line, variant }) => sum + variant.price - line.price, 0)) };
}
