import { describe, expect, it } from 'vitest';
import { decideMisbehaviour, type Misbehaviour, Misbehaviours, misbehaviourSchema } from './misbehaviour';

const rule = (fields: Partial<Misbehaviour>): Misbehaviour =>
  misbehaviourSchema.parse({ tool: '*', mode: 'fail', ...fields });
const call = { tool: 'refunds.create', customer: 'cus_1001' };
const good = { delayMs: 0, fail: false, drop: false };

describe('decideMisbehaviour', () => {
  it.each([
    ['nothing without rules', [], good],
    ['a rule for all tools', [rule({})], { ...good, fail: true }],
    ['a rule for this tool', [rule({ tool: 'refunds.create', mode: 'drop' })], { ...good, drop: true }],
    ['not a rule for another tool', [rule({ tool: 'orders.get' })], good],
    ['a rule for this customer', [rule({ customer: 'cus_1001' })], { ...good, fail: true }],
    ['not a rule for another customer', [rule({ customer: 'cus_1002' })], good],
    ['a slow one', [rule({ mode: 'slow', delayMs: 40 })], { ...good, delayMs: 40 }],
    [
      'the slowest of two',
      [rule({ mode: 'slow', delayMs: 40 }), rule({ mode: 'slow', delayMs: 70, customer: 'cus_1001' })],
      { ...good, delayMs: 70 },
    ],
    ['failing before dropping: nothing was done', [rule({ mode: 'drop' }), rule({})], { ...good, fail: true }],
    ['a rate the dice stay under', [rule({ rate: 0.6 })], { ...good, fail: true }],
    ['a rate the dice stay over', [rule({ rate: 0.4 })], good],
  ])('%s', (_, rules, expected) => {
    expect(decideMisbehaviour(rules, call, () => 0.5).verdict).toEqual(expected);
  });
});

describe('Misbehaviours', () => {
  it('strikes as often as it was told to', () => {
    const shop = new Misbehaviours();
    shop.set(rule({ times: 2 }));
    expect([shop.meet(call).fail, shop.meet(call).fail, shop.meet(call).fail]).toEqual([true, true, false]);
    expect(shop.list()).toEqual([]);
  });

  it('keeps modes side by side and takes them away with ok', () => {
    const shop = new Misbehaviours();
    shop.set(rule({ mode: 'drop', rate: 0.2 }));
    shop.set(rule({ mode: 'fail', rate: 0.1 }));
    shop.set(rule({ mode: 'fail', rate: 0.3 }));
    expect(shop.list().map((known) => [known.mode, known.rate])).toEqual([
      ['drop', 0.2],
      ['fail', 0.3],
    ]);
    shop.set(rule({ mode: 'ok', customer: 'cus_1001' }));
    expect(shop.list()).toHaveLength(2);
    shop.set(rule({ mode: 'ok' }));
    expect(shop.list()).toEqual([]);
  });
});
