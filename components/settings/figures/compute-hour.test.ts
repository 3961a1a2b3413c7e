import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeHour, type HourParts, usualHour } from './compute-hour';

describe('an hour with customers', () => {
  it.each<[string, Partial<HourParts>, number | null, number | null]>([
    // (42,000 × 1.25 + 6,000) ÷ (44 × 38 × 0.75 = 1,254) = 46.65…
    ['as usual', {}, 46.65, 1_254],
    ['of all their time', { withCustomers: 100 }, 34.99, 1_672],
    ['without anything on top', { onTop: 0, overhead: 0 }, 33.49, 1_254],
    ['that nobody is paid for', { salary: 0, overhead: 0 }, 0, 1_254],
    ['of no weeks', { weeks: 0 }, null, null],
    ['of no time with customers', { withCustomers: 0 }, null, null],
    ['of less than nothing', { salary: -1 }, null, null],
    ['of what is no number', { hours: Number.NaN }, null, null],
  ])('%s', (_, parts, dollars, productiveHours) => {
    const found = computeHour({ ...usualHour, ...parts });
    expect(found).toEqual(dollars === null ? null : { dollars, productiveHours });
  });
  it('costs more the more is paid and the less of it customers get', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(50_000), fc.integer({ min: 10, max: 99 }), (salary, more, share) => {
        const at = (parts: Partial<HourParts>) => computeHour({ ...usualHour, ...parts })!.dollars;
        expect(at({ salary: salary + more })).toBeGreaterThanOrEqual(at({ salary }));
        expect(at({ withCustomers: share })).toBeGreaterThanOrEqual(at({ withCustomers: share + 1 }));
      }),
    );
  });
});
