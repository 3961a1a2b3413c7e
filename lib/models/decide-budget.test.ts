import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetReached, decideBudget } from './decide-budget';
import type { BudgetLevel } from './model.schema';

const dollars = (amount: number) => amount * 1_000_000;
const settings = { day: 10, month: 100, alertAt: 0.7, softAt: 0.85 };

describe('decideBudget', () => {
  it.each<[number, number, BudgetLevel, BudgetReached['period']]>([
    [0, 0, 'free', 'day'],
    [6.99, 0, 'free', 'day'],
    [7, 0, 'alert', 'day'],
    [8.5, 0, 'soft', 'day'],
    [9.999999, 0, 'soft', 'day'],
    [10, 0, 'hard', 'day'],
    [1, 85, 'soft', 'month'],
    [7, 99, 'soft', 'month'],
    [9, 100, 'hard', 'month'],
    [12, 100, 'hard', 'day'],
  ])('says of $%d today and $%d this month: %s, for the %s', (day, month, level, period) => {
    const reached = decideBudget({ day: dollars(day), month: dollars(month) }, settings);
    expect(reached.level).toBe(level);
    if (level !== 'free') expect(reached.period).toBe(period);
  });

  it('has no end where no limit is set', () => {
    const spent = { day: dollars(1e6), month: dollars(1e6) };
    expect(decideBudget(spent, { ...settings, day: null, month: null })).toMatchObject({ level: 'free', period: null });
    expect(decideBudget(spent, { ...settings, day: null })).toMatchObject({ level: 'hard', period: 'month' });
  });

  it('never says less for more spent', () => {
    const order = ['free', 'alert', 'soft', 'hard'];
    const spent = fc.record({ day: fc.nat(20_000_000), month: fc.nat(200_000_000) });
    fc.assert(
      fc.property(spent, fc.nat(5_000_000), (before, more) => {
        const after = { day: before.day + more, month: before.month + more };
        const [one, other] = [before, after].map((each) => order.indexOf(decideBudget(each, settings).level));
        expect(other).toBeGreaterThanOrEqual(one!);
      }),
    );
  });
});
