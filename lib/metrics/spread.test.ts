import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBins, binOf, perBin, quantileOf, type Spread } from './spread';

const spreadOf = (values: number[]): Spread => {
  const spread: Spread = [];
  for (const value of values) addBins(spread, [perBin + binOf(value)]);
  return spread;
};

/** About normal, around 0: sums of twelve of a linear congruence (Numerical Recipes, 7.1). */
function drawNormals(count: number, seed: number): number[] {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => Array.from({ length: 12 }, uniform).reduce((sum, one) => sum + one, -6));
}

describe('a quantile', () => {
  it('is at most a tenth from the value at its rank, from a tenth of a second to a year', () => {
    const times = fc.array(fc.integer({ min: 100, max: 366 * 86_400_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(times, fc.constantFrom(0.1, 0.5, 0.9, 1), (values, share) => {
        const exact = values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
        const told = quantileOf([spreadOf(values)], share)!;
        expect(Math.max(told / exact, exact / told)).toBeLessThan(1.1 + 1e-9);
      }),
    );
  });

  it('is much closer where there are many, and follows when all of them take a little longer', () => {
    const [seeds, centers, widths] = [
      fc.nat(),
      fc.double({ min: 9, max: 14, noNaN: true }),
      fc.constantFrom(0.3, 0.6, 1),
    ];
    fc.assert(
      fc.property(seeds, centers, widths, fc.constantFrom(0.5, 0.9), (seed, center, width, share) => {
        const values = drawNormals(2_000, seed).map((one) => Math.exp(center + width * one));
        const exact = values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
        const told = quantileOf([spreadOf(values)], share)!;
        expect(Math.abs(told / exact - 1)).toBeLessThan(0.03);
        const later = quantileOf([spreadOf(values.map((one) => one * 1.05))], share)!;
        expect(later / told).toBeGreaterThan(1.02);
        expect(later / told).toBeLessThan(1.08);
      }),
      { numRuns: 50 },
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
