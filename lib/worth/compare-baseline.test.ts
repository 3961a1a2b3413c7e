import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjust, type Counted, compareBaseline, differ, shareComparable } from './compare-baseline';

const parts = (of: Record<string, [sum: number, n: number]>): Map<string, Counted> =>
  new Map(Object.entries(of).map(([key, [sum, n]]) => [key, { sum, n }]));

describe('in the mix of before', () => {
  it.each<[string, Record<string, [number, number]>, Record<string, [number, number]>, number | null]>([
    // Each kind takes as long as it did; only more easy ones come. Without the mix it would look better: 28 ÷ 4 → 7.
    ['the same is the same', { easy: [200, 50], hard: [1_000, 50] }, { easy: [360, 90], hard: [200, 10] }, 12],
    ['what got better does', { easy: [200, 50], hard: [1_000, 50] }, { easy: [45, 45], hard: [450, 45] }, 5.5],
    [
      'too few of a kind now count for none of it',
      { easy: [200, 50], hard: [100, 5] },
      { easy: [90, 90], hard: [9, 9] },
      1,
    ],
    ['too little in common is not told', { easy: [200, 50], hard: [1_000, 50] }, { easy: [45, 45] }, null],
    ['nothing before is not told', {}, { easy: [45, 45] }, null],
  ])('%s', (_, before, now, value) => {
    expect(adjust(parts(before), parts(now))).toBe(value);
  });
  it('lies between the best and the worst of the kinds', () => {
    const counted = fc.record({ sum: fc.integer({ min: 0, max: 5_000 }), n: fc.integer({ min: 10, max: 500 }) });
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.tuple(counted, counted), { minKeys: 1 }),
        (all) => {
          const [before, now] = [0, 1].map(
            (at) => new Map(Object.entries(all).map(([key, pair]) => [key, pair[at as 0]!])),
          );
          const means = [...now!.values()].map(({ sum, n }) => sum / n);
          const value = adjust(before, now)!;
          expect(value).toBeGreaterThanOrEqual(Math.min(...means) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...means) + 1e-9);
        },
      ),
    );
  });
});

describe('a difference of shares', () => {
  it('is told as Newcombe does: 56 of 70 less 48 of 80', () => {
    const { low, high } = differ({ value: 48 / 80, n: 80 }, { value: 56 / 70, n: 70 })!;
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0524', '0.3339']);
  });
  it('holds the difference, and is null of nothing', () => {
    expect(differ({ value: null, n: 0 }, { value: 0.4, n: 10 })).toBeNull();
    const hits = fc
      .tuple(fc.nat(200), fc.integer({ min: 1, max: 200 }))
      .map(([a, n]) => ({ value: Math.min(a, n) / n, n }));
    fc.assert(
      fc.property(hits, hits, (was, is) => {
        const { low, high } = differ(was, is)!;
        expect(low).toBeLessThanOrEqual(is.value - was.value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(is.value - was.value - 1e-9);
      }),
    );
  });
});

describe('before beside now', () => {
  const now = {
    means: { csat: parts({ a: [80, 100] }), handle_time: parts({ a: [600, 10] }) },
    medians: { first_reply: { value: 90, n: 50 } },
  };
  const of = (rows: ReturnType<typeof compareBaseline>, key: string) => rows.find((row) => row.key === key)!;
  it('says where they are not counted alike, and what is too little', () => {
    const side = { means: { csat: parts({ a: [20, 40] }), handle_time: parts({ a: [900, 60] }) }, medians: {} };
    const rows = compareBaseline({ kind: 'history', side }, now);
    expect(of(rows, 'csat')).toMatchObject({
      before: { value: 0.5, n: 40 },
      now: { value: 0.8, n: 100 },
      adjusted: 0.8,
      note: 'Before: good ÷ good and bad.',
    });
    expect(of(rows, 'csat').interval!.low).toBeGreaterThan(0.1);
    expect(of(rows, 'handle_time')).toMatchObject({
      interval: null,
      note: expect.stringMatching(/^Too few to tell\. Before/),
    });
    expect(of(rows, 'first_contact')).toMatchObject({
      before: { value: null, n: 0 },
      now: { value: null, n: 0 },
      note: null,
    });
  });
  it('takes what was entered as it is, and is sure of nothing', () => {
    const rows = compareBaseline({ kind: 'hand', values: { csat: 0.7 } }, now);
    expect(of(rows, 'csat')).toMatchObject({
      before: { value: 0.7, n: null },
      interval: null,
      adjusted: null,
      note: null,
    });
    expect(of(rows, 'first_reply')).toMatchObject({ before: { value: null }, now: { value: 90, n: 50 } });
  });
});

it('tells how much of before is told now', () => {
  const of = (one: Record<string, number>) => new Map(Object.entries(one));
  expect(shareComparable(of({ a: 30, b: 10 }), of({ a: 10, b: 9 }))).toBe(0.75);
  expect(shareComparable(of({}), of({ a: 10 }))).toBeNull();
});
