import { type Args, type Order, pairsOf, type Shop, type User, writeShop } from './shop';

/** A write as it is asked for: by whom, in which conversation, of which shop. */
export type Ask = {
  shop: Shop;
  tool: string;
  args: Args;
  subject: string | null;
  conversation: { verified: boolean; confirmed: boolean };
};
export type Broken = Ask & { how: string };

const statuses = [
  'pending',
  'pending (item modified)',
  'processed',
  'delivered',
  'cancelled',
  'return requested',
  'exchange requested',
];

/** Everything that makes a legal write one that the shop's rules forbid, one thing at a time. */
export function breakWrite(ask: Ask): Broken[] {
  const { shop, args, subject } = ask;
  const stranger = Object.values(shop.users).find(({ user_id }) => user_id !== subject)!;
  const broken: Broken[] = [
    { ...ask, how: 'not authenticated', subject: null, conversation: { verified: false, confirmed: true } },
    { ...ask, how: 'found, but not authenticated', conversation: { verified: false, confirmed: true } },
    { ...ask, how: 'verified as nobody', subject: null },
    { ...ask, how: 'not confirmed', conversation: { verified: true, confirmed: false } },
    { ...ask, how: 'asked by another customer', subject: stranger.user_id },
  ];
  if ('zip' in args) broken.push(...breakAddress(ask));
  if (ask.tool === 'modify_user_address') {
    broken.push(withArgs(ask, 'the account of another', { user_id: stranger.user_id }));
    broken.push(withArgs(ask, 'no such account', { user_id: 'nobody_at_all_1' }));
    return broken;
  }
  const order = shop.orders[String(args.order_id)]!;
  const user = shop.users[order.user_id]!;
  broken.push(...breakOrder(ask, order));
  if (ask.tool === 'cancel_pending_order') broken.push(...breakReason(ask));
  if ('item_ids' in args) broken.push(...breakItems(ask, order));
  if ('new_item_ids' in args) broken.push(...breakNewItems(ask, order));
  if ('payment_method_id' in args) broken.push(...breakPayment(ask, order, user, stranger));
  return broken;
}

const withArgs = (ask: Ask, how: string, change: Args): Broken => ({ ...ask, how, args: { ...ask.args, ...change } });

function withOrder(ask: Ask, how: string, order: Order): Broken {
  return { ...ask, how, shop: { ...ask.shop, orders: { ...ask.shop.orders, [order.order_id]: order } } };
}

function withUser(ask: Ask, how: string, user: User, args: Args = {}): Broken {
  const shop = { ...ask.shop, users: { ...ask.shop.users, [user.user_id]: user } };
  return { ...ask, how, shop, args: { ...ask.args, ...args } };
}

function breakOrder(ask: Ask, order: Order): Broken[] {
  const foreign = Object.values(ask.shop.orders).find(
    (one) => one.user_id !== order.user_id && one.status === order.status,
  )!;
  const theirs: Args = { order_id: foreign.order_id };
  if ('item_ids' in ask.args) theirs.item_ids = foreign.items.slice(0, 1).map(({ item_id }) => item_id);
  if ('new_item_ids' in ask.args) {
    const { product_id, item_id } = foreign.items[0]!;
    const variants = Object.values(ask.shop.products[product_id]!.variants);
    theirs.new_item_ids = [(variants.find((one) => one.available && one.item_id !== item_id) ?? variants[0]!).item_id];
  }
  const done = again(ask);
  return [
    withArgs(ask, 'the order of another', theirs),
    withArgs(ask, 'no such order', { order_id: '#W0000000' }),
    withArgs(ask, 'an order without its sign', { order_id: order.order_id.replace('#', '') }),
    withArgs(ask, 'no order named', { order_id: undefined }),
    withArgs(ask, 'a name of the language for an order', { order_id: '__proto__' }),
    ...statuses
      .filter((status) => status !== order.status)
      .map((status) => withOrder(ask, `status ${status}`, { ...order, status })),
    ...(done ? [done] : []),
  ];
}

/** The same once more. An address may be changed as often as one likes. */
function again(ask: Ask): Broken | null {
  if ('zip' in ask.args) return null;
  return { ...ask, how: 'a second time', shop: writeShop(ask.shop, ask.tool, ask.args) };
}

function breakReason(ask: Ask): Broken[] {
  const reasons = [
    'changed my mind',
    'found it cheaper',
    '',
    'No Longer Needed',
    'no longer needed.',
    null,
    undefined,
    1,
  ];
  return reasons.map((reason) => withArgs(ask, `reason ${String(reason)}`, { reason }));
}

function breakAddress(ask: Ask): Broken[] {
  return ['address1', 'city', 'state', 'country', 'zip'].flatMap((part) => [
    withArgs(ask, `no ${part}`, { [part]: undefined }),
    withArgs(ask, `an empty ${part}`, { [part]: ' ' }),
    withArgs(ask, `a number as ${part}`, { [part]: 12 }),
  ]);
}

function breakItems(ask: Ask, order: Order): Broken[] {
  const ids = ask.args.item_ids as string[];
  const news = ask.args.new_item_ids as string[] | undefined;
  const both = (how: string, item_ids: unknown, new_item_ids: unknown) =>
    withArgs(ask, how, { item_ids, ...(news ? { new_item_ids } : {}) });
  const inOrder = new Set(order.items.map(({ item_id }) => item_id));
  const elsewhere = Object.values(ask.shop.products)
    .flatMap(({ variants }) => Object.keys(variants))
    .find((id) => !inOrder.has(id))!;
  const tooMany = Array<string>(order.items.length + 1).fill(ids[0]!);
  return [
    both('no items', [], []),
    both('items that are no list', ids[0], news?.[0]),
    withArgs(ask, 'items not named', { item_ids: undefined }),
    both('an item of another order', [elsewhere, ...ids.slice(1)], news),
    both('an item that there is not', [...ids.slice(0, -1), '0000000000'], news),
    both('an item more often than it was bought', tooMany, news && Array<string>(tooMany.length).fill(news[0]!)),
    both('a product for an item', [order.items[0]!.product_id, ...ids.slice(1)], news),
    both('a number for an item', [Number(ids[0]), ...ids.slice(1)], news),
  ];
}

function breakNewItems(ask: Ask, order: Order): Broken[] {
  const ids = ask.args.item_ids as string[];
  const news = ask.args.new_item_ids as string[];
  const set = (how: string, at: number, id: unknown) =>
    withArgs(ask, how, { new_item_ids: news.map((one, index) => (index === at ? id : one)) });
  const broken = [
    withArgs(ask, 'one new item too few', { new_item_ids: news.slice(1) }),
    withArgs(ask, 'one new item too many', { new_item_ids: [...news, news[0]] }),
    withArgs(ask, 'one old item too few', { item_ids: ids.slice(1) }),
    withArgs(ask, 'new items that are no list', { new_item_ids: news[0] }),
    withArgs(ask, 'new items not named', { new_item_ids: undefined }),
  ];
  ids.forEach((id, at) => {
    const { product_id } = order.items.find((line) => line.item_id === id)!;
    const foreign = Object.values(ask.shop.products)
      .filter((product) => product.product_id !== product_id)
      .flatMap(({ variants }) => Object.values(variants))
      .find(({ available }) => available)!;
    const soldOut = Object.values(ask.shop.products[product_id]!.variants).find(
      ({ available, item_id }) => !available && item_id !== id,
    );
    const product = ask.shop.products[product_id]!;
    const gone = { ...product.variants[news[at]!]!, available: false };
    const variants = { ...product.variants, [gone.item_id]: gone };
    const products = { ...ask.shop.products, [product_id]: { ...product, variants } };
    broken.push(
      set('an item of another product', at, foreign.item_id),
      set('a new item that there is not', at, '0000000000'),
      set('the product for a new item', at, product_id),
      set('a name of the language for an item', at, 'constructor'),
      set('the same item again', at, id),
      { ...ask, how: 'sold out in the meantime', shop: { ...ask.shop, products } },
      ...(soldOut ? [set('an item that is sold out', at, soldOut.item_id)] : []),
    );
    const other = ids.findIndex((one) => order.items.find((line) => line.item_id === one)!.product_id !== product_id);
    // Two swaps of different products, crossed over.
    if (other > at) {
      const crossed = news.with(at, news[other]!).with(other, news[at]!);
      broken.push(withArgs(ask, 'new items crossed over', { new_item_ids: crossed }));
    }
  });
  return broken;
}

function breakPayment(ask: Ask, order: Order, user: User, stranger: User): Broken[] {
  const foreign = Object.keys(stranger.payment_methods).find((id) => !Object.hasOwn(user.payment_methods, id))!;
  const paid = order.payment_history[0]!;
  const have = (how: string, method: { source: string; id: string; balance?: number }): Broken =>
    withUser(
      ask,
      how,
      { ...user, payment_methods: { ...user.payment_methods, [method.id]: method } },
      { payment_method_id: method.id },
    );
  const broken = [
    withArgs(ask, 'the payment method of another', { payment_method_id: foreign }),
    withArgs(ask, 'a payment method that there is not', { payment_method_id: 'credit_card_0000000' }),
    withArgs(ask, 'a name of the language for a payment method', { payment_method_id: 'constructor' }),
    withArgs(ask, 'no payment method', { payment_method_id: undefined }),
  ];
  if (ask.tool === 'return_delivered_order_items')
    broken.push(
      have('money back to another card', { source: 'credit_card', id: 'credit_card_1111111' }),
      have('money back to another account', { source: 'paypal', id: 'paypal_1111111' }),
    );
  const card = (balance: number) => ({ source: 'gift_card', id: 'gift_card_1111111', balance });
  if (ask.tool === 'modify_pending_order_payment') {
    const twice = { ...order, payment_history: [paid, { ...paid, payment_method_id: 'paypal_2222222' }] };
    broken.push(
      withArgs(ask, 'the same payment method', { payment_method_id: paid.payment_method_id }),
      have('a gift card a cent short', card(Math.round(paid.amount * 100 - 1) / 100)),
      have('an empty gift card', card(0)),
      withOrder(ask, 'paid twice already', twice),
    );
  }
  if ('new_item_ids' in ask.args) {
    const { difference } = pairsOf(ask.shop, order, ask.args);
    if (difference > 0) broken.push(have('a gift card a cent short', card(Math.round(difference * 100 - 1) / 100)));
  }
  return broken;
}
