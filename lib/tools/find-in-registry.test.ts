import { describe, expect, it } from 'vitest';
import { findInRegistry, isSameTool } from './find-in-registry';
import { nameTool } from './name-tools';
import { testConnector, testTool } from './test-tool';

const shop = testConnector();
const books = testConnector({ id: 'c2', key: 'books' });
const off = testConnector({ id: 'c3', key: 'off', enabled: false });
const tools = [
  testTool({ name: 'orders.get' }),
  testTool({ name: 'orders.get', connector: books }),
  testTool({ name: 'orders.list' }),
  testTool({ name: 'orders.list', connector: books, enabled: false }),
  testTool({ name: 'orders.find', connector: books, state: 'new' }),
  testTool({ name: 'orders.find' }),
  testTool({ name: 'orders.gone', state: 'gone' }),
  testTool({ name: 'orders.changed', state: 'held', fits: false }),
  testTool({ name: 'orders.worded', state: 'held', fits: true }),
  testTool({ name: 'orders.off', connector: off }),
  testTool({ name: 'books:strange', connector: shop }),
];

const cases: [name: string, kind: string, fullName: string | null][] = [
  ['shop:orders.get', 'found', 'shop:orders.get'],
  ['books:orders.get', 'found', 'books:orders.get'],
  ['orders.get', 'ambiguous', null],
  ['orders.list', 'found', 'shop:orders.list'],
  ['books:orders.list', 'resting', 'books:orders.list'],
  ['orders.find', 'found', 'shop:orders.find'],
  ['books:orders.find', 'unknown', null],
  ['orders.gone', 'resting', 'shop:orders.gone'],
  ['orders.changed', 'resting', 'shop:orders.changed'],
  ['orders.worded', 'found', 'shop:orders.worded'],
  ['orders.off', 'unknown', null],
  ['off:orders.off', 'unknown', null],
  ['books:strange', 'found', 'shop:books:strange'],
  ['nothing', 'unknown', null],
  ['', 'unknown', null],
  ['__proto__', 'unknown', null],
];

describe('findInRegistry', () => {
  it.each(cases)('%s: %s', (name, kind, fullName) => {
    const found = findInRegistry({ tools }, name);
    expect(found.kind).toBe(kind);
    expect('tool' in found ? found.tool.fullName : null).toBe(fullName);
  });

  it('says which it could be', () => {
    expect(findInRegistry({ tools }, 'orders.get')).toMatchObject({
      message: 'orders.get could be shop:orders.get or books:orders.get: write which',
    });
  });
});

describe('isSameTool', () => {
  const same: [string, string, boolean][] = [
    ['orders.list', 'shop:orders.list', true],
    ['orders.list', 'books:orders.list', false],
    ['orders.get', 'shop:orders.get', false],
    ['shop:orders.get', 'shop:orders.get', true],
    ['shop:orders.get', 'books:orders.get', false],
    ['nothing', 'nothing', false],
  ];
  it.each(same)('%s and %s: %s', (one, other, is) => {
    expect(isSameTool({ tools }, one, other)).toBe(is);
  });

  it('names a tool by its name alone where that means no other', () => {
    expect(tools.map((tool) => nameTool({ tools }, tool)).slice(0, 3)).toEqual([
      'shop:orders.get',
      'books:orders.get',
      'orders.list',
    ]);
  });
});
