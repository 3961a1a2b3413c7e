import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FactAnswer, gatherFacts } from './gather-facts';
import { factLimits, policySchema } from './policy.schema';

type Call = [tool: string, args: Record<string, unknown>];
const orders: Record<string, unknown> = { A: { number: 'A', owner: 'u1', lines: ['p1', 'p2', 'p1'] } };
const products: Record<string, unknown> = { p1: { price: 1 }, p2: { price: 2 } };

function shop(broken: string[] = []) {
  const calls: Call[] = [];
  const answer = (value: unknown): FactAnswer =>
    value === undefined ? { kind: 'missing', code: 'not_found' } : { kind: 'had', value };
  const read = async (tool: string, args: Record<string, unknown>): Promise<FactAnswer> => {
    calls.push([tool, args]);
    if (broken.includes(tool)) return { kind: 'unavailable', message: 'no answer' };
    if (tool === 'order') return answer(orders[String(args.id)]);
    if (tool === 'product') return answer(products[String(args.id)]);
    return answer({ id: args.id });
  };
  return { calls, read };
}

const facts = (given: object) => policySchema.shape.facts.parse(given);
const about = (args: Record<string, unknown>) => ({
  action: { tool: 'change', args },
  customer: { id: 'u1', tier: null },
});
const order = { tool: 'order', args: { id: 'action.args.order' } };
const lines = { tool: 'product', each: 'facts.order.lines', args: { id: 'item' } };

describe('gatherFacts', () => {
  const rows: [string, object, Record<string, unknown>, unknown][] = [
    ['one that hangs on the action', { order }, { order: 'A' }, { order: orders.A }],
    ['one that is not there', { order }, { order: 'B' }, { order: { missing: 'not_found' } }],
    ['one whose argument is not there', { order }, {}, { order: { missing: 'not_asked' } }],
    ['the customer’s own', { me: { tool: 'user', args: { id: 'customer.id' } } }, {}, { me: { id: 'u1' } }],
    [
      'one that hangs on another',
      { order, owner: { tool: 'user', args: { id: 'facts.order.owner' } } },
      { order: 'A' },
      { order: orders.A, owner: { id: 'u1' } },
    ],
    [
      'one that hangs on another that is not there',
      { order, owner: { tool: 'user', args: { id: 'facts.order.owner' } } },
      { order: 'B' },
      { order: { missing: 'not_found' }, owner: { missing: 'not_asked' } },
    ],
    [
      'one per element, in their order',
      { order, lines },
      { order: 'A' },
      { order: orders.A, lines: [{ price: 1 }, { price: 2 }, { price: 1 }] },
    ],
    [
      'one per element, some not there',
      { lines: { ...lines, each: 'action.args.ids' } },
      { ids: ['p2', 'p9'] },
      { lines: [{ price: 2 }, { missing: 'not_found' }] },
    ],
    [
      'of what is not a list',
      { lines: { ...lines, each: 'action.args.ids' } },
      { ids: 'p1' },
      { lines: { missing: 'not_a_list' } },
    ],
    [
      'of no list at all',
      { order, lines },
      { order: 'B' },
      { order: { missing: 'not_found' }, lines: { missing: 'not_a_list' } },
    ],
    [
      'of too long a list',
      { lines: { ...lines, each: 'action.args.ids' } },
      { ids: Array(factLimits.elements + 1).fill('p1') },
      { lines: { missing: 'too_many' } },
    ],
  ];
  it.each(rows)('%s', async (_, given, args, expected) => {
    expect(await gatherFacts({ facts: facts(given) }, about(args), shop().read)).toEqual(expected);
  });

  it('asks the same question once', async () => {
    const { calls, read } = shop();
    await gatherFacts({ facts: facts({ order, again: order, lines }) }, about({ order: 'A' }), read);
    expect(calls).toEqual([
      ['order', { id: 'A' }],
      ['product', { id: 'p1' }],
      ['product', { id: 'p2' }],
    ]);
  });

  it('is nothing when a system does not answer', async () => {
    const { read } = shop(['product']);
    expect(await gatherFacts({ facts: facts({ order, lines }) }, about({ order: 'A' }), read)).toBeNull();
  });

  it('never asks more than its limit, whatever a policy and an action want', async () => {
    const names = fc.array(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/), { maxLength: 12 });
    const ids = fc.uniqueArray(fc.string(), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(names, ids, fc.boolean(), async (factNames, all, dependent) => {
        const { calls, read } = shop();
        const given = Object.fromEntries(
          factNames.map((name, at) => [
            name,
            {
              tool: `t${at}`,
              each: dependent && at > 0 ? `facts.${factNames[at - 1]}` : 'action.args.ids',
              args: { id: 'item' },
            },
          ]),
        );
        await gatherFacts({ facts: facts(given) }, about({ ids: all }), read);
        expect(calls.length).toBeLessThanOrEqual(factLimits.reads);
      }),
      { numRuns: 60 },
    );
  });
});
