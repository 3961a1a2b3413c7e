import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTicks, drawLine, rangeOf, spreadLabels } from './scale';

it.each([
  [[], null],
  [[null], null],
  [[3, null, 7], { low: 3, high: 7 }],
  [[5], { low: 4.5, high: 5.5 }],
  [[0, 0], { low: -1, high: 1 }],
])('the range of %j is %j', (values, range) => expect(rangeOf(values)).toEqual(range));

describe('drawLine', () => {
  it.each<[string, ([number, number] | null)[], string]>([
    ['nothing', [], ''],
    [
      'a line',
      [
        [0, 1],
        [1, 2.005],
      ],
      'M0 1L1 2.01',
    ],
    ['a gap', [[0, 1], null, [2, 1], [3, 0]], 'M0 1h0.01M2 1L3 0'],
  ])('%s', (_, points, path) => expect(drawLine(points)).toBe(path));
});

describe('chooseTicks', () => {
  it.each<[string, number[], Parameters<typeof chooseTicks>[1], number[]]>([
    ['shares', [0.9, 0.934], {}, [0.9, 0.91, 0.92, 0.93, 0.94]],
    ['not beyond all of it', [0.81, 1], { most: 1 }, [0.8, 0.85, 0.9, 0.95, 1]],
    ['money from nothing', [9_600_000, 7_900_000], { zero: true }, [0, 2_500_000, 5_000_000, 7_500_000, 10_000_000]],
    ['minutes', [130_000, 290_000], { time: true }, [120_000, 180_000, 240_000, 300_000]],
    ['nothing', [], { zero: true, most: 1 }, [0, 0.25, 0.5, 0.75, 1]],
  ])('%s', (_, values, options, ticks) => expect(chooseTicks(values, options)).toEqual(ticks));

  it('holds every value with two to five ticks', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        fc.boolean(),
        (values, zero, time) => {
          const ticks = chooseTicks(values, { zero, time });
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThanOrEqual(5);
          const room = Math.max(...values) * 1e-6 + 1e-6;
          expect(ticks[0]!).toBeLessThanOrEqual(Math.min(...values) + room);
          expect(ticks.at(-1)!).toBeGreaterThanOrEqual(Math.max(...values) - room);
        },
      ),
    ));
});

it('labels keep their order and their distance, and stay within', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: -20, max: 220, noNaN: true }), { maxLength: 8 }), (tops) => {
      const moved = spreadLabels(tops, 16, 200);
      const sorted = [...moved].sort((a, b) => a - b);
      for (const [at, top] of sorted.entries()) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThanOrEqual(184);
        if (at > 0) expect(top - sorted[at - 1]!).toBeGreaterThanOrEqual(16 - 1e-9);
      }
      for (const [a, top] of tops.entries())
        for (const [b, other] of tops.entries()) if (top < other) expect(moved[a]!).toBeLessThan(moved[b]!);
    }),
  ));
