import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../lib/governance/case.schema';
import { gatherFacts } from '../../lib/governance/gather-facts';
import { parsePolicyFile } from '../../lib/governance/parse-policy-file';
import type { ReleasedPolicy } from '../../lib/governance/policy.schema';
import { runCases } from '../../lib/governance/run-cases';
import { type Args, readShop, type Shop } from '../gate/shop';

const { policies, problems } = parsePolicyFile(readFileSync(new URL('./tau2-retail.yaml', import.meta.url), 'utf8'));
const released = policies.map((one): ReleasedPolicy => ({ ...one, version: 1 }));

// A shop of our own: two customers, two products.
const address = { address1: '1 Lane', address2: '', city: 'Hill', state: 'CO', country: 'USA', zip: '80000' };
const person = (user_id: string, methods: Record<string, number | null>) => ({
  user_id,
  name: { first_name: user_id, last_name: 'Test' },
  email: `${user_id}@shop.example`,
  address,
  payment_methods: Object.fromEntries(
    Object.entries(methods).map(([id, balance]) => [
      id,
      { id, source: id.replace(/_\d+$/, ''), ...(balance === null ? {} : { balance }) },
    ]),
  ),
});
const line = (item_id: string, product_id: string, price: number) => ({
  item_id,
  product_id,
  price,
  name: product_id,
  options: {},
});
const order = (order_id: string, user_id: string, status: string) => ({
  order_id,
  user_id,
  status,
  address,
  items: [line('i1', 'p1', 10), line('i1', 'p1', 10), line('i5', 'p2', 50.5)],
  payment_history: [{ transaction_type: 'payment', amount: 70.5, payment_method_id: 'credit_card_1' }],
});
const variant = (item_id: string, price: number, available = true) => ({ item_id, price, available, options: {} });
const byId = <T>(list: T[], key: keyof T) => Object.fromEntries(list.map((one) => [String(one[key]), one]));
const shop: Shop = {
  users: byId(
    [
      person('ana', { credit_card_1: null, credit_card_2: null, gift_card_1: 12.5, gift_card_2: 70.5, paypal_1: null }),
      person('bo', { credit_card_9: null }),
    ],
    'user_id',
  ),
  orders: byId(
    [
      order('#W1', 'ana', 'pending'),
      order('#W2', 'ana', 'delivered'),
      order('#W3', 'ana', 'processed'),
      order('#W4', 'bo', 'pending'),
      order('#W5', 'bo', 'delivered'),
      order('#W6', 'ana', 'pending (item modified)'),
      {
        ...order('#W7', 'ana', 'pending'),
        payment_history: [...order('', '', '').payment_history, ...order('', '', '').payment_history],
      },
    ],
    'order_id',
  ),
  products: {
    p1: {
      name: 'P1',
      product_id: 'p1',
      variants: byId([variant('i1', 10), variant('i2', 22.5), variant('i3', 9), variant('i4', 10, false)], 'item_id'),
    },
    p2: { name: 'P2', product_id: 'p2', variants: byId([variant('i5', 50.5), variant('i6', 50.51)], 'item_id') },
  },
};

type Row = {
  says: string;
  tool: string;
  args: Args;
  rule: string;
  subject?: string | null;
  verified?: boolean;
  confirmed?: boolean;
  trusted?: boolean;
  facts?: Record<string, unknown>;
};

async function decide({ tool, args, subject = 'ana', verified = true, confirmed = true, trusted = true, facts }: Row) {
  const definition = released.find((one) => one.definition.tools.includes(tool))!.definition;
  const about = { action: { tool, args }, customer: { id: subject, tier: null } };
  const read = facts ?? (await gatherFacts(definition, about, async (name, asked) => readShop(shop, name, asked)));
  const conversation = { verified, confirmed, trusted };
  return runCases(released, [caseSchema.parse({ tool, args, subject, facts: read, conversation })], new Date())[0]!;
}

const cancel = { order_id: '#W1', reason: 'no longer needed' };
const swap = { order_id: '#W1', item_ids: ['i1'], new_item_ids: ['i2'], payment_method_id: 'credit_card_2' };
const back = { order_id: '#W2', item_ids: ['i1', 'i5'], payment_method_id: 'credit_card_1' };
const pay = { order_id: '#W1', payment_method_id: 'paypal_1' };
const move = { order_id: '#W1', ...address, city: 'Vale' };
const home = { user_id: 'ana', ...address, city: 'Vale' };
const row = (says: string, tool: string, rule: string, args: Args, more: Partial<Row> = {}): Row => ({
  says,
  tool,
  rule,
  args,
  ...more,
});

const swaps = (tool: string, good: Args): Row[] => [
  row('one item', tool, 'within-rules', good),
  row('two of the same to two others', tool, 'within-rules', {
    ...good,
    item_ids: ['i1', 'i1'],
    new_item_ids: ['i2', 'i3'],
  }),
  row('all', tool, 'within-rules', { ...good, item_ids: ['i5', 'i1', 'i1'], new_item_ids: ['i6', 'i3', 'i3'] }),
  row('a gift card with just enough', tool, 'within-rules', { ...good, payment_method_id: 'gift_card_1' }),
  row('a gift card that gets money', tool, 'within-rules', {
    ...good,
    new_item_ids: ['i3'],
    payment_method_id: 'gift_card_1',
  }),
  row('a gift card a cent short', tool, 'gift-card-covers-difference', {
    ...good,
    item_ids: ['i1', 'i5'],
    new_item_ids: ['i2', 'i6'],
    payment_method_id: 'gift_card_1',
  }),
  row('nothing', tool, 'some-items', { ...good, item_ids: [], new_item_ids: [] }),
  row('no list', tool, 'some-items', { ...good, item_ids: 'i1' }),
  row('three where there are two', tool, 'items-of-order', {
    ...good,
    item_ids: ['i1', 'i1', 'i1'],
    new_item_ids: ['i2', 'i2', 'i2'],
  }),
  row('an item of no order', tool, 'items-of-order', { ...good, item_ids: ['i2'] }),
  row('too few new ones', tool, 'one-for-one', { ...good, item_ids: ['i1', 'i5'] }),
  row('no new ones', tool, 'one-for-one', { ...good, new_item_ids: undefined }),
  row('the same again', tool, 'another-option', { ...good, new_item_ids: ['i1'] }),
  row('another product', tool, 'same-product', { ...good, new_item_ids: ['i6'] }),
  row('crossed over', tool, 'same-product', { ...good, item_ids: ['i1', 'i5'], new_item_ids: ['i6', 'i2'] }),
  row('an item that there is not', tool, 'same-product', { ...good, new_item_ids: ['i9'] }),
  row('sold out', tool, 'available', { ...good, new_item_ids: ['i4'] }),
  row('the card of another', tool, 'own-payment-method', { ...good, payment_method_id: 'credit_card_9' }),
];
const own = (tool: string, good: Args): Row[] => [
  row('nobody known', tool, 'verified', good, { verified: false }),
  row('nobody named', tool, 'verified', good, { subject: null }),
  row('no yes', tool, 'confirmed', good, { confirmed: false }),
  row('a message that steers', tool, 'trusted', good, { trusted: false }),
];
const ordered = (tool: string, good: Args): Row[] => [
  ...own(tool, good),
  row('no such order', tool, 'order-found', { ...good, order_id: '#W99' }),
  row('facts of another order', tool, 'order-found', good, { facts: { order: shop.orders['#W3'] } }),
  row('the order of another', tool, 'own-order', { ...good, order_id: tool.includes('delivered') ? '#W5' : '#W4' }),
  row('an order on its way', tool, tool.includes('delivered') ? 'delivered' : 'pending', { ...good, order_id: '#W3' }),
  row('an order of the other kind', tool, tool.includes('delivered') ? 'delivered' : 'pending', {
    ...good,
    order_id: tool.includes('delivered') ? '#W1' : '#W2',
  }),
  row('no facts at all', tool, 'order-found', good, { facts: {} }),
];

const rows: Row[] = [
  row('while it waits', 'cancel_pending_order', 'within-rules', cancel),
  row('by mistake', 'cancel_pending_order', 'within-rules', { ...cancel, reason: 'ordered by mistake' }),
  row('another reason', 'cancel_pending_order', 'reason', { ...cancel, reason: 'too dear' }),
  row('no reason', 'cancel_pending_order', 'reason', { order_id: '#W1' }),
  row('after its items changed', 'cancel_pending_order', 'pending', { ...cancel, order_id: '#W6' }),
  ...ordered('cancel_pending_order', cancel),

  row('a whole address', 'modify_pending_order_address', 'within-rules', move),
  row('an empty city', 'modify_pending_order_address', 'whole-address', { ...move, city: ' ' }),
  row('no zip code', 'modify_pending_order_address', 'whole-address', { ...move, zip: undefined }),
  row('a number as second line', 'modify_pending_order_address', 'whole-address', { ...move, address2: 2 }),
  ...ordered('modify_pending_order_address', move),

  row('another way', 'modify_pending_order_payment', 'within-rules', pay),
  row('a gift card with just enough', 'modify_pending_order_payment', 'within-rules', {
    ...pay,
    payment_method_id: 'gift_card_2',
  }),
  row('a gift card with less', 'modify_pending_order_payment', 'gift-card-covers-all', {
    ...pay,
    payment_method_id: 'gift_card_1',
  }),
  row('the same way', 'modify_pending_order_payment', 'another-method', { ...pay, payment_method_id: 'credit_card_1' }),
  row('the card of another', 'modify_pending_order_payment', 'own-payment-method', {
    ...pay,
    payment_method_id: 'credit_card_9',
  }),
  row('changed before', 'modify_pending_order_payment', 'paid-once', { ...pay, order_id: '#W7' }),
  ...ordered('modify_pending_order_payment', pay),

  ...swaps('modify_pending_order_items', swap),
  row('a second time', 'modify_pending_order_items', 'pending', { ...swap, order_id: '#W6' }),
  ...ordered('modify_pending_order_items', swap),

  ...swaps('exchange_delivered_order_items', { ...swap, order_id: '#W2' }),
  ...ordered('exchange_delivered_order_items', { ...swap, order_id: '#W2' }),

  row('to the card it was paid with', 'return_delivered_order_items', 'within-rules', back),
  row('on a gift card', 'return_delivered_order_items', 'within-rules', { ...back, payment_method_id: 'gift_card_1' }),
  row('to another card of theirs', 'return_delivered_order_items', 'refund-where-it-came-from', {
    ...back,
    payment_method_id: 'credit_card_2',
  }),
  row('to the card of another', 'return_delivered_order_items', 'own-payment-method', {
    ...back,
    payment_method_id: 'credit_card_9',
  }),
  row('more than was bought', 'return_delivered_order_items', 'items-of-order', { ...back, item_ids: ['i5', 'i5'] }),
  row('nothing', 'return_delivered_order_items', 'some-items', { ...back, item_ids: [] }),
  ...ordered('return_delivered_order_items', back),

  row('their own', 'modify_user_address', 'within-rules', home),
  row('that of another', 'modify_user_address', 'own-account', { ...home, user_id: 'bo' }),
  row('half an address', 'modify_user_address', 'whole-address', { ...home, state: '' }),
  ...own('modify_user_address', home),

  row('for anybody', 'transfer_to_human_agents', 'always', { summary: 'x' }, { verified: false, subject: null }),
];

describe('the policy file of another shop', () => {
  it('is a valid one', () => {
    expect(problems).toEqual([]);
  });

  it.each(rows.map((one) => [one.tool, one.says, one] as const))('%s: %s', async (_, __, one) => {
    const { does, decision } = await decide(one);
    const effect = ['within-rules', 'always'].includes(one.rule) ? 'allow' : 'deny';
    expect([does.effect, does.rule], decision.agent).toEqual([effect, one.rule]);
    expect(decision.agent).not.toMatch(/\{\{/);
  });

  it('has no rule that these rows do not decide by', () => {
    const decided = new Set(rows.map(({ tool, rule }) => `${tool} ${rule}`));
    const all = policies.flatMap(({ definition: { tools, rules } }) =>
      tools.flatMap((tool) => rules.map(({ name }) => `${tool} ${name}`)),
    );
    expect(all.filter((one) => !decided.has(one))).toEqual([]);
  });

  it('says of facts that were not given which they are', async () => {
    const { decision } = await decide(row('', 'cancel_pending_order', '', cancel, { facts: {} }));
    expect(decision.agent).toBe(
      'The rule "order-found" could not be checked: the fact “order” (read with get_order_details) is missing.',
    );
    const half = { order: shop.orders['#W1'], user: shop.users.ana };
    const { decision: swapped } = await decide(row('', 'modify_pending_order_items', '', swap, { facts: half }));
    expect(swapped.agent).toContain('the fact “products” (read with get_product_details) is missing');
  });
});
