import { describe, expect, it } from 'vitest';
import type { Compared } from '@/lib/worth/worth.schema';
import { type Assumptions, computeReturn, turnAll } from './compute-return';
import type { Origin } from './return-address';
import { judge, sayChange, sayComparison, saySure } from './say-comparison';
import { sayMonths, sayReturn } from './say-return';

const assumed: Assumptions = {
  ...{ tickets: 10_000, deflection: 0.4, human: 6, automated: 1 },
  ...{ setup: 30_000, platform: 5_000, ramp: 0, months: 12 },
};
const measured: Origin = { from: 'measured', n: 5 };
const said = (more: Partial<Assumptions>, origins: Origin[] = [measured]) => {
  const one = { ...assumed, ...more };
  const { low, high } = turnAll(one, 0.2);
  return sayReturn({
    expected: computeReturn(one),
    ...{ low: computeReturn(low), high: computeReturn(high), months: one.months, spread: 0.2, origins },
  });
};

describe('the return', () => {
  it.each<[string, Partial<Assumptions>]>([
    ['It pays for itself after 2 months and returns $150,000 in 12 months.', {}],
    ['It pays for itself at once and returns $180,000 in 12 months.', { setup: 0 }],
    ['It pays for itself after 20 months, later than these 12 months.', { setup: 300_000 }],
    ['It would take more than ten years to pay for itself.', { setup: 5_000_000 }],
    ['It costs more than it saves: $3,000 a month.', { deflection: 0.04 }],
    [
      'At these figures the assistant saves nothing: a ticket it solves costs as much as one that people solve.',
      { human: 1 },
    ],
  ])('%s', (says, more) => {
    expect(said(more).says).toBe(says);
  });
  it('says how far it may be off, and whose figures they are', () => {
    // (8,000 × 0.32 × 3.80 − 5,000) × 12 − 30,000, and (12,000 × 0.48 × 6.20 − 5,000) × 12 − 30,000
    expect(said({}).more).toBe(
      '$20,000 saved a month, $5,000 for the platform. If volume, deflection and the cost of people were 20% lower or higher: $26,736 to $338,544.',
    );
    expect(said({}, [measured, { from: 'usual' }]).more).toMatch(/Some figures are usual/);
    expect(said({}, [{ from: 'usual' }]).more).toMatch(/Nothing was measured yet/);
  });
  it.each([
    [0, 'at once'],
    [1, 'after 1 month'],
    [2.345, 'after 2.3 months'],
  ])('%s months', (months, says) => {
    expect(sayMonths(months)).toBe(says);
  });
});

const row = (more: Partial<Compared>): Compared => ({
  ...{ key: 'csat', name: 'CSAT', unit: 'share', better: 'up', adjusted: null, note: null },
  ...{ before: { value: 0.7, n: 100 }, now: { value: 0.8, n: 100 }, interval: { low: 0.01, high: 0.2 } },
  ...more,
});
const handle = (more: Partial<Compared> = {}) =>
  row({
    ...{ key: 'handle_time', name: 'Handle time, agents', unit: 'milliseconds', better: 'down', interval: null },
    ...{ before: { value: 600_000, n: 100 }, now: { value: 300_000, n: 100 } },
    ...more,
  });

describe('before and after', () => {
  it.each<[string, Compared, ReturnType<typeof judge>]>([
    ['more of what is good', row({}), 'better'],
    ['a difference that may be none', row({ interval: { low: -0.01, high: 0.2 } }), 'unsure'],
    ['too few', row({ now: { value: 0.9, n: 12 } }), 'unsure'],
    ['a change of the mix alone', row({ adjusted: 0.65 }), 'same'],
    ['less of what is bad', handle(), 'better'],
    ['a little less', handle({ now: { value: 590_000, n: 100 } }), 'same'],
    ['more of what is bad', handle({ now: { value: 900_000, n: 100 } }), 'worse'],
    ['entered by hand', row({ before: { value: 0.5, n: null }, interval: null }), 'better'],
    ['not measured', row({ now: { value: null, n: 0 } }), null],
  ])('%s', (_, one, verdict) => {
    expect(judge(one)).toBe(verdict);
  });
  it.each<[string, Compared[]]>([
    ['There is nothing to compare with yet.', [row({ before: { value: null, n: 0 } })]],
    ['Too little was counted to tell a difference.', [row({ now: { value: 0.9, n: 3 } })]],
    ['Nothing is different from before.', [handle({ now: { value: 600_000, n: 100 } })]],
    ['All that was measured is better than before.', [row({}), handle()]],
    ['CSAT is better than before.', [row({}), handle({ now: { value: 600_000, n: 100 } })]],
    ['CSAT is better than before, handle time is worse.', [row({}), handle({ now: { value: 900_000, n: 100 } })]],
    ['Handle time is worse than before.', [handle({ now: { value: 900_000, n: 100 } })]],
  ])('%s', (says, rows) => {
    expect(sayComparison(rows)).toBe(says);
  });
  it('says by how much and how sure', () => {
    expect([sayChange(row({})), sayChange(handle())]).toEqual(['10.0 pt more', '5 min less']);
    expect(saySure(row({}))).toBe('+1.0 to +20.0 pt, 100 before, 100 now');
    expect(saySure(handle({ before: { value: 1, n: null } }))).toBe('100 now');
  });
});
