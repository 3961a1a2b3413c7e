import { describe, expect, it } from 'vitest';
import { checkDeskSettings } from './check-desk-settings';
import { type DeskSettings, deskSettingsSchema, type RecordsSetting, recordsSettingSchema } from './records.schema';
import { testConnector, testTool } from './test-tool';

const shop = testConnector();
const other = testConnector({ id: 'c2', key: 'books' });
const tool = (name: string, more: Partial<Parameters<typeof testTool>[0] & object> = {}) =>
  testTool({ connector: shop, name, takes: new Set(['customer', 'limit']), ...more });
const needs = (...required: string[]) => ({
  takes: new Set(required),
  schema: { properties: Object.fromEntries(required.map((name) => [name, {}])), required },
});
const registry = {
  tools: [
    tool('customers.get'),
    tool('orders.list', { schema: { properties: { limit: { default: 10 } }, required: ['customer', 'limit'] } }),
    tool('orders.get', needs('customer', 'order')),
    tool('orders.cancel', { write: true }),
    tool('orders.off', { enabled: false }),
    tool('products.list', { subjectArgument: null, takes: new Set() }),
    tool('products.find', { subjectArgument: null, ...needs('text') }),
    tool('shared.list', { subjectArgument: null }),
    tool('shared.list', { connector: other, subjectArgument: null }),
  ],
};
const sound: RecordsSetting = {
  reads: {
    account: { tool: 'customers.get', args: {} },
    orders: { tool: 'shop:orders.list', args: { limit: '2 + 3' } },
  },
  show: {
    since: 'has(account.since) ? account.since : null',
    ordersCount: 'account.count',
    lifetimeCents: 'cents(account.spent)',
    orders: 'orders.orders.map(o, {"number": o.number})',
  },
};
const check = (more: Partial<DeskSettings>) =>
  checkDeskSettings({ records: sound, catalogue: null, ...more }, registry).map(
    ({ where, called, says }) => `${where} | ${called}: ${says}`,
  );
const read = (one: RecordsSetting['reads'][string]) => ({
  records: { ...sound, reads: { ...sound.reads, account: one } },
});
const show = (more: Partial<RecordsSetting['show']>) => ({ records: { ...sound, show: { ...sound.show, ...more } } });

describe('checkDeskSettings', () => {
  it('has nothing against what is sound, or not there, or only turned off', () => {
    expect(check({ catalogue: { connector: 'shop', tool: 'products.list' } })).toEqual([]);
    expect(check({ records: null })).toEqual([]);
    expect(check(read({ tool: 'orders.off', args: {} }))).toEqual([]);
  });

  it.each<[string, Partial<DeskSettings>, string]>([
    [
      'a tool nobody knows',
      read({ tool: 'customers.gte', args: {} }),
      'reads.account.tool | The tool of “account”: No system that is connected has a tool customers.gte.',
    ],
    [
      'a name that could be two',
      read({ tool: 'shared.list', args: {} }),
      'reads.account.tool | The tool of “account”: shared.list could be shop:shared.list or books:shared.list: write which.',
    ],
    [
      'a write',
      read({ tool: 'orders.cancel', args: {} }),
      'reads.account.tool | The tool of “account”: orders.cancel changes something: only what reads is asked.',
    ],
    [
      'an argument it does not take',
      read({ tool: 'customers.get', args: { lmit: '5' } }),
      'reads.account.args.lmit | “lmit” of “account”: customers.get takes no such argument.',
    ],
    [
      'an argument that says whose data',
      read({ tool: 'customers.get', args: { customer: '"cus_2"' } }),
      'reads.account.args.customer | “customer” of “account”: Baton says itself whose data it is.',
    ],
    [
      'an argument that is missing',
      read({ tool: 'orders.get', args: {} }),
      'reads.account | “account”: orders.get needs order.',
    ],
    [
      'an argument over a name',
      read({ tool: 'customers.get', args: { limit: 'orders.size' } }),
      'reads.account.args.limit | “limit” of “account”: It can speak of nothing: write a value such as 5 or "open", not orders.',
    ],
    [
      'an argument that comes to nothing',
      read({ tool: 'customers.get', args: { limit: '1 / 0' } }),
      'reads.account.args.limit | “limit” of “account”: It comes to nothing: division by zero.',
    ],
    [
      'an expression that does not read',
      show({ ordersCount: 'account.(' }),
      'show.ordersCount | Orders in all: It cannot be read from character 9 on.',
    ],
    [
      'an expression that is not finished',
      show({ ordersCount: 'account.count +' }),
      'show.ordersCount | Orders in all: It ends too early.',
    ],
    [
      'a name no read brings',
      show({ orders: 'order.orders' }),
      'show.orders | Latest orders: No read is called “order”. There are account, orders.',
    ],
    [
      'a name inside a macro that no read brings',
      show({ orders: 'orders.orders.filter(o, o.at > now)' }),
      'show.orders | Latest orders: No read is called “now”. There are account, orders.',
    ],
    [
      'a function there is not',
      show({ lifetimeCents: 'centz(account.spent)' }),
      'show.lifetimeCents | Spent in all: There is no function centz.',
    ],
    [
      'products of one customer',
      { catalogue: { connector: 'shop', tool: 'orders.list' } },
      'catalogue | The list of products: orders.list is about one customer: products are the same for everybody.',
    ],
    [
      'products that have to be searched for',
      { catalogue: { connector: 'shop', tool: 'products.find' } },
      'catalogue | The list of products: products.find needs text, and is asked without arguments.',
    ],
    [
      'products of a system nobody knows',
      { catalogue: { connector: 'mall', tool: 'products.list' } },
      'catalogue | The list of products: No system that is connected has a tool mall:products.list.',
    ],
  ])('refuses %s', (_, more, says) => {
    expect(check(more)).toEqual([says]);
  });

  it('refuses to ask nothing', () => {
    const records = { reads: {}, show: { ordersCount: '0', lifetimeCents: '0', orders: '[]' } };
    expect(check({ records })).toEqual(['reads | What is asked: Say at least one tool that is asked.']);
  });
});

describe('what is typed', () => {
  const reads = (names: string[]) => Object.fromEntries(names.map((name) => [name, { tool: 'customers.get' }]));
  it.each([
    [
      'a name that no expression could say',
      { ...sound, reads: reads(['my shop']) },
      /a name begins with a small letter/,
    ],
    ['more reads than a page should wait for', { ...sound, reads: reads([...'abcdefghi']) }, /at most 8/],
    ['a field without its expression', { ...sound, show: { ...sound.show, orders: '' } }, /needs an expression/],
  ])('is refused: %s', (_, records, says) => {
    const parsed = deskSettingsSchema.safeParse({ records, catalogue: null });
    expect(parsed.error?.issues.map(({ message }) => message).join(' ')).toMatch(says);
    expect(recordsSettingSchema.safeParse(sound).success).toBe(true);
  });
});
