import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBins, binOf, perBin, quantileOf, type Spread } from './spread';

const spreadOf = (values: number[]): Spread => {
  const spread: Spread = [];
  for (const value of values) addBins(spread, [perBin + binOf(value)]);
  return spread;
};

describe('a quantile', () => {
  it('is at most 5% from the value at its rank, from a tenth of a second to a year', () => {
    const times = fc.array(fc.integer({ min: 100, max: 366 * 86_400_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(times, fc.constantFrom(0.1, 0.5, 0.9, 1), (values, share) => {
        const exact = values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
        expect(Math.abs(quantileOf([spreadOf(values)], share)! / exact - 1)).toBeLessThanOrEqual(0.05);
      }),
    );
  });

  it('is nothing where most took no time at all', () => {
    expect(quantileOf([spreadOf([0, 0, 0, 60_000, 90_000])], 0.5)).toBe(0);
    expect(quantileOf([spreadOf([0, 1, 1])], 0.5)).toBeGreaterThan(90);
  });

  it('is the same whether spreads are joined or counted together', () => {
    const times = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(times, times, (some, others) => {
        const together = quantileOf([spreadOf([...some, ...others])], 0.5);
        expect(quantileOf([spreadOf(some), spreadOf(others)], 0.5)).toBe(together);
      }),
    );
  });

  it('is nothing of nothing, also when all was taken away again', () => {
    expect(quantileOf([], 0.5)).toBeNull();
    expect(quantileOf([[0, 0, 0]], 0.5)).toBeNull();
  });
});
