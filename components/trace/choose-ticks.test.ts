import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTicks, nameTick } from './choose-ticks';

describe('chooseTicks', () => {
  it.each([
    [2840, [1000, 2000]],
    [84, [50]],
    [9, []],
    [140, [50, 100]],
    [0, []],
  ])('%i ms → %j', (span, ticks) => expect(chooseTicks(span)).toEqual(ticks));

  it('keeps to three lines inside the span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (span) => {
        const ticks = chooseTicks(span);
        expect(ticks.length).toBeLessThanOrEqual(3);
        expect(ticks.every((at) => at > 0 && at < span)).toBe(true);
      }),
    );
  });

  it.each([
    [200, '200 ms'],
    [2000, '2 s'],
  ])('names %i as %s', (ms, name) => expect(nameTick(ms)).toBe(name));
});
