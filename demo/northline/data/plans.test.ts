import { describe, expect, it } from 'vitest';
import { shippingCents } from './plan-order';
import { memberPriceCents } from './plans';

describe('memberPriceCents', () => {
  it.each([
    [38_900, null, 38_900],
    [38_900, 'Trail', 38_900],
    [38_900, 'Ridge', 36_955],
    [38_900, 'Summit', 35_010],
    [1_010, 'Ridge', 960],
    [1, 'Summit', 1],
  ] as const)('%i for %s is %i', (price, plan, expected) => {
    expect(memberPriceCents(price, plan)).toBe(expected);
  });
});

describe('shippingCents', () => {
  it.each([
    [0, 595],
    [5_999, 595],
    [6_000, 0],
  ])('for %i of goods is %i', (goods, expected) => {
    expect(shippingCents(goods)).toBe(expected);
  });
});
