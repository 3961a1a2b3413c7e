import { expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval';

// By hand from Wilson's formula, z = 1.96.
it.each([
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [5, 10, 0.2366, 0.7634],
  [81, 263, 0.2553, 0.3662],
])('%i of %i lies between %d and %d', (hits, count, low, high) => {
  const interval = wilsonInterval(hits, count)!;
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});

it('says nothing of nothing', () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});
