import { describe, expect, it } from 'vitest';
import { beginsOnHours, periodBefore, planBuckets } from './plan-buckets';

const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;

describe('planBuckets', () => {
  it.each([
    ['an ordinary day', '2026-11-02', 'America/Denver', '2026-11-02T07:00:00.000Z', 24],
    ['the day the clocks go back', '2026-11-01', 'America/Denver', '2026-11-01T06:00:00.000Z', 25],
    ['the day they go forward', '2026-03-08', 'America/Denver', '2026-03-08T07:00:00.000Z', 23],
    ['in Berlin, on another Sunday', '2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', 25],
    ['half an hour from the hour', '2026-11-02', 'Asia/Kolkata', '2026-11-01T18:30:00.000Z', 24],
    ['without a midnight', '2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z', 23],
  ])('%s', (_, date, zone, begins, long) => {
    const { starts, end } = planBuckets({ from: date, to: date }, 'day', zone);
    expect(starts.map((at) => at.toISOString())).toEqual([begins]);
    expect(hours(starts[0]!, end)).toBe(long);
    expect(planBuckets({ from: date, to: date }, 'hour', zone).starts).toHaveLength(long);
  });

  it('cuts weeks at Monday, the first one where the period begins', () => {
    const { starts } = planBuckets({ from: '2026-11-05', to: '2026-11-17' }, 'week', 'UTC');
    expect(starts.map((at) => at.toISOString().slice(0, 10))).toEqual(['2026-11-05', '2026-11-09', '2026-11-16']);
  });

  it.each([
    ['between two Mondays', '2026-11-05', '2026-11-17', '2026-11-09', '2026-11-16'],
    ['from Monday to Sunday', '2026-11-02', '2026-11-15', '2026-11-02', '2026-11-16'],
    ['none within a week', '2026-11-03', '2026-11-08', null, null],
    ['none over a weekend', '2026-11-03', '2026-11-14', null, null],
  ])('knows the weeks that are whole: %s', (_, from, to, first, last) => {
    const { weeks } = planBuckets({ from, to }, 'day', 'America/Denver');
    const local = (at: Date) => at.toLocaleDateString('sv', { timeZone: 'America/Denver' });
    expect(weeks && [local(weeks.from), local(weeks.to)]).toEqual(first && [first, last]);
  });

  it.each([
    ['UTC', true],
    ['Asia/Tokyo', true],
    ['Asia/Kolkata', false],
    ['Australia/Lord_Howe', false],
  ])('%s begins its days on full hours: %s', (zone, expected) => {
    expect(beginsOnHours(planBuckets({ from: '2026-09-01', to: '2026-09-03' }, 'day', zone))).toBe(expected);
  });
});

describe('periodBefore', () => {
  it.each([
    ['2026-11-01', '2026-11-19', '2026-10-13', '2026-10-31'],
    ['2026-03-01', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
  ])('%s to %s is compared with %s to %s', (from, to, first, last) => {
    expect(periodBefore({ from, to })).toEqual({ from: first, to: last });
  });
});
