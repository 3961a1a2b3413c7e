import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burnDown, burnRate, burnRules, decideBudget, decideBurn, decideSpent } from './decide-burn';

const of = (bad: number, total: number) => ({ good: total - bad, total });
const [fast, slow, creeping] = burnRules as unknown as [{ factor: number }, { factor: number }, { factor: number }];

describe('burnRate', () => {
  it.each([
    ['nothing happened', of(0, 0), 0.99, null],
    ['all good', of(0, 50), 0.99, 0],
    ['as much as may be', of(1, 100), 0.99, 1],
    ['ten times as much', of(10, 100), 0.99, 10],
    ['everything bad', of(7, 7), 0.9, 10],
    ['everything bad at a low objective', of(7, 7), 0.4, 1 / 0.6],
  ])('%s', (_, count, objective, expected) => {
    const rate = burnRate(count, objective);
    if (expected === null) expect(rate).toBeNull();
    else expect(rate).toBeCloseTo(expected, 9);
  });
});

describe('decideBurn', () => {
  const level = { objective: 0.99, fewestEvents: 10 };
  it.each([
    // 15 bad in 100 at 99% is 15 times.
    ['burns in both windows', fast, of(15, 100), of(3, 20), 'on'],
    ['was burning, and has stopped', fast, of(15, 100), of(0, 20), 'off'],
    ['was burning, and nothing came since', fast, of(15, 100), of(0, 0), 'between'],
    ['wavers below the line', fast, of(13, 100), of(3, 20), 'between'],
    ['below four fifths', fast, of(11, 100), of(3, 20), 'off'],
    ['the short one below the line', fast, of(15, 100), of(13, 100), 'between'],
    ['too few to tell', fast, of(9, 9), of(2, 2), 'few'],
    ['nine of ten', fast, of(9, 10), of(1, 1), 'on'],
    ['six times over six hours', slow, of(6, 100), of(1, 10), 'on'],
    ['five times over six hours', slow, of(5, 100), of(1, 10), 'between'],
    ['all that may be, over three days', creeping, of(10, 1000), of(1, 100), 'on'],
    ['nothing bad', creeping, of(0, 1000), of(0, 100), 'off'],
    ['nothing at all', creeping, of(0, 0), of(0, 0), 'few'],
  ])('%s', (_, rule, long, short, expected) => expect(decideBurn(rule, long, short, level)).toBe(expected));

  it('never begins while all recent events are good, or where too few came', () => {
    const counts = fc.tuple(fc.nat(500), fc.nat(500)).map(([bad, good]) => ({ good, total: bad + good }));
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100 }), (long, good, fewest) => {
        const state = decideBurn(fast, long, { good, total: good }, { objective: 0.99, fewestEvents: fewest });
        expect(['off', 'few']).toContain(state);
        if (long.total < fewest) expect(state).toBe('few');
      }),
    );
  });

  it('never ends by one more bad event', () => {
    const events = fc.tuple(fc.nat(200), fc.integer({ min: 10, max: 300 })).map(([bad, good]) => of(bad, bad + good));
    fc.assert(
      fc.property(events, events, (long, short) => {
        const worse = ({ good, total }: { good: number; total: number }) => ({ good, total: total + 1 });
        const rank = { few: 0, off: 0, between: 1, on: 2 };
        expect(rank[decideBurn(slow, worse(long), worse(short), level)]).toBeGreaterThanOrEqual(
          rank[decideBurn(slow, long, short, level)],
        );
      }),
    );
  });
});

describe('decideBudget', () => {
  it.each([
    ['untouched', of(0, 1000), { left: 1, leftEvents: 10, bad: 0, few: false }, 'off'],
    ['half', of(5, 1000), { left: 0.5, leftEvents: 5, bad: 5, few: false }, 'off'],
    ['nearly spent', of(49, 5000), { left: 0.02, leftEvents: 1, bad: 49, few: false }, 'between'],
    ['spent', of(10, 1000), { left: 0, leftEvents: 0, bad: 10, few: false }, 'on'],
    ['overspent', of(30, 1000), { left: -2, leftEvents: -20, bad: 30, few: false }, 'on'],
    ['too few to tell', of(3, 9), { bad: 3, few: true }, 'few'],
    ['nothing', of(0, 0), { left: null, leftEvents: 0, bad: 0, few: true }, 'few'],
  ])('%s', (_, count, expected, spent) => {
    const budget = decideBudget(count, { objective: 0.99, fewestEvents: 10 });
    const near = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);
    const { left, leftEvents, ...rest } = budget;
    expect({ ...rest, left: near(left), leftEvents: near(leftEvents) }).toMatchObject(expected);
    // What floats leave of nothing is nothing.
    expect(decideSpent({ ...budget, left: near(left) })).toBe(spent);
  });
});

describe('burnDown', () => {
  it('ends where the budget stands', () => {
    const days = [of(1, 100), of(0, 0), of(4, 300), of(0, 100)];
    const left = burnDown(days, 0.99).map((one) => Math.round(one! * 100) / 100);
    expect(left).toEqual([0.8, 0.8, 0, 0]);
    expect(burnDown([of(0, 0)], 0.99)).toEqual([null]);
  });
  it('never rises', () => {
    const day = fc.tuple(fc.nat(50), fc.nat(50)).map(([bad, good]) => ({ good, total: bad + good }));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), (days) => {
        const left = burnDown(days, 0.95);
        for (const [at, one] of left.entries())
          if (at > 0 && one !== null) expect(one).toBeLessThanOrEqual(left[at - 1]!);
      }),
    );
  });
});
