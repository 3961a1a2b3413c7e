import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumedCeiling, judgeComplexity, mapCategories, type Volume } from './map-categories';
import type { Coverage } from './worth.schema';

const minute = 60_000;
const hour = 30_000_000; // $30
const covered = (more: Partial<Coverage> = {}): Coverage => ({
  ...{ intent: true, article: null, playbook: null, tools: 0, toolsMissing: [] },
  ...more,
});
const volume = (name: string, tickets: number, more: Partial<Volume> = {}): Volume => ({
  key: `intent:${name}`,
  kind: 'intent',
  name,
  tickets,
  handle: { meanMs: 6 * minute, n: tickets, medianMs: 5 * minute, p90Ms: 10 * minute },
  ...{ turns: 2, reopened: 0.02, transferred: 0.03 },
  ...more,
});
const map = (volumes: Volume[], more: Partial<Parameters<typeof mapCategories>[0]> = {}) =>
  mapCategories({
    volumes,
    days: 365.25 / 12,
    achieved: new Map(),
    coverage: new Map(),
    costs: { hourMicros: hour, automatedMicros: 100_000 },
    ...more,
  });

describe('complexity', () => {
  it.each<[string, Partial<Volume>, Coverage, number | null, string | null]>([
    // (2 − 1) ÷ 4 = 0.25, 0.02 ÷ 0.2 = 0.1, 0.03 ÷ 0.3 = 0.1, (2 − 1.5) ÷ 3.5 = 0.143: their mean
    ['of all that is known', {}, covered(), 0.148, 'low'],
    ['with three tools', {}, covered({ playbook: { key: 'a', name: 'A' }, tools: 3 }), 0.269, 'low'],
    ['of turns alone', { handle: null, reopened: null, transferred: null, turns: 3 }, covered(), 0.5, 'medium'],
    ['that is the hardest', { turns: 9, reopened: 0.5, transferred: 0.9, handle: null }, covered(), 1, 'high'],
    ['of nothing known', { turns: null, reopened: null, transferred: null, handle: null }, covered(), null, null],
  ])('%s', (_, more, coverage, score, level) => {
    const found = judgeComplexity(volume('a', 50, more), coverage);
    expect(found ? [Number(found.score.toFixed(3)), found.level] : [null, null]).toEqual([score, level]);
  });
  it('does not read a spread from a few', () => {
    const few = volume('a', 5, { handle: { meanMs: 1, n: 5, medianMs: 1, p90Ms: 50 } });
    expect(judgeComplexity(few, covered())!.parts.map(({ name }) => name)).toEqual(['Turns', 'Reopened', 'Passed on']);
  });
});

describe('the map', () => {
  it('tells money as volume × potential × (person − assistant) a month', () => {
    // 6 min at $30 is $3; less $0.10 of models; 100 a month, 70% assumed for what is easy.
    expect(map([volume('a', 100)])[0]).toMatchObject({
      perMonth: 100,
      potential: 0.7,
      savingMicros: 100 * 0.7 * 2_900_000,
      ceiling: { from: 'assumed', value: assumedCeiling.low },
    });
  });
  it('takes the best of the same complexity once three were measured', () => {
    const achieved = new Map([
      ['intent:a', { value: 0.9, n: 40 }],
      ['intent:b', { value: 0.4, n: 40 }],
      ['intent:c', { value: 0.1, n: 40 }],
      ['intent:d', { value: 1, n: 29 }],
    ]);
    const found = map(
      ['a', 'b', 'c', 'd'].map((name) => volume(name, 50)),
      { achieved },
    );
    const of = (name: string) => found.find((one) => one.name === name)!;
    expect(of('a')).toMatchObject({ potential: 0, ceiling: { from: 'comparable', name: 'a' } });
    expect(of('b').potential).toBeCloseTo(0.5);
    expect(of('d')).toMatchObject({ achieved: null, potential: 0.9 });
  });
  it.each([
    ['an hour has no cost yet', [volume('a', 10)], { costs: { hourMicros: 0, automatedMicros: 0 } }, null],
    ['no handle time is known', [volume('a', 10, { handle: null })], {}, null],
    [
      'the assistant costs more than a person',
      [volume('a', 10)],
      { costs: { hourMicros: hour, automatedMicros: 9e6 } },
      0,
    ],
    ['nobody knows what it is about', [volume('a', 10, { kind: 'none' })], {}, 0],
  ] as const)('tells no money where %s', (_, volumes, more, saving) => {
    expect(map([...volumes], more)[0]!.savingMicros).toBe(saving);
  });
  it('takes the mean of all for what was not measured', () => {
    const found = map([volume('a', 10), volume('b', 10, { handle: null })]);
    expect(found.find(({ name }) => name === 'b')).toMatchObject({
      handleMs: null,
      savingMicros: 10 * 0.7 * 2_900_000,
    });
  });
  it('sums to all of it, is ordered by money, and more volume is never worth less', () => {
    const some = fc.record({
      tickets: fc.integer({ min: 1, max: 5_000 }),
      turns: fc.double({ min: 1, max: 9, noNaN: true }),
      mean: fc.integer({ min: 1, max: 4_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 400 }), (list, days) => {
        const volumes = list.map(({ tickets, turns, mean }, at) =>
          volume(`n${at}`, tickets, { turns, handle: { meanMs: mean, n: tickets, medianMs: mean, p90Ms: mean * 2 } }),
        );
        const found = map(volumes, { days });
        expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
        const savings = found.map(({ savingMicros }) => savingMicros!);
        expect(savings).toEqual(savings.toSorted((a, b) => b - a));
        for (const one of found) {
          expect(one.potential).toBeGreaterThanOrEqual(0);
          expect(one.potential + (one.achieved?.value ?? 0)).toBeLessThanOrEqual(1);
        }
        const more = map([{ ...volumes[0]!, tickets: volumes[0]!.tickets * 2 }, ...volumes.slice(1)], { days });
        const worth = (all: typeof found) => all.find(({ key }) => key === volumes[0]!.key)!.savingMicros!;
        expect(worth(more)).toBeGreaterThanOrEqual(worth(found));
      }),
    );
  });
});
