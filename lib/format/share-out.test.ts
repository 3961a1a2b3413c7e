import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOut } from './share-out';

it.each([
  [
    [5_616, 2_621, 3_682, 561],
    [0.45, 0.21, 0.295, 0.045],
  ],
  [
    [1, 1, 1],
    [0.334, 0.333, 0.333],
  ],
  [[7], [1]],
  [
    [0, 0],
    [null, null],
  ],
])('%j is %j', (counts, shares) => expect(shareOut(counts)).toEqual(shares));

it('sums to all of it, each within a thousandth of what it is', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 12 }), (counts) => {
      const shares = shareOut(counts);
      const all = counts.reduce((sum, count) => sum + count, 0);
      fc.pre(all > 0);
      expect(Math.round(shares.reduce<number>((sum, share) => sum + share!, 0) * 1_000)).toBe(1_000);
      for (const [at, share] of shares.entries()) expect(Math.abs(share! - counts[at]! / all)).toBeLessThan(0.001);
    }),
  ));
