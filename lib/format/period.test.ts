import { describe, expect, it } from 'vitest';
import {
  type Comparison,
  chooseComparison,
  choosePeriod,
  formatPeriod,
  namePair,
  namePrevious,
  type Preset,
  usualPreset,
} from './period';

const today = '2026-11-19';
const days = (text: string) => {
  const [from = '', to = from] = text.split(' ');
  return { from, to };
};

describe('choosePeriod', () => {
  it.each<[Preset, string]>([
    ['today', '2026-11-19'],
    ['yesterday', '2026-11-18'],
    ['7d', '2026-11-13 2026-11-19'],
    ['28d', '2026-10-23 2026-11-19'],
    ['90d', '2026-08-22 2026-11-19'],
    ['week', '2026-11-16 2026-11-19'],
    ['month', '2026-11-01 2026-11-19'],
    ['last-month', '2026-10-01 2026-10-31'],
  ])('%s', (preset, period) => expect(choosePeriod(preset, today)).toEqual(days(period)));

  it.each([
    ['2026-11-07', '28d'],
    ['2026-11-08', 'month'],
    ['2026-03-01', '28d'],
  ])('is usually, on %s, %s', (day, preset) => expect(usualPreset(day)).toBe(preset));

  it('begins the week on Monday, also on a Sunday', () =>
    expect(choosePeriod('week', '2026-11-22')).toEqual(days('2026-11-16 2026-11-22')));
});

describe('chooseComparison', () => {
  it.each<[string, Comparison, string, string | null]>([
    ['the month so far', 'before', '2026-11-01 2026-11-19', '2026-10-01 2026-10-19'],
    ['a whole month', 'before', '2026-11-01 2026-11-30', '2026-10-01 2026-10-31'],
    ['a whole month after a short one', 'before', '2026-03-01 2026-03-31', '2026-02-01 2026-02-28'],
    ['the month so far, past the end of the one before', 'before', '2026-03-01 2026-03-30', '2026-02-01 2026-02-28'],
    ['January', 'before', '2026-01-01 2026-01-31', '2025-12-01 2025-12-31'],
    ['four weeks', 'before', '2026-10-23 2026-11-19', '2026-09-25 2026-10-22'],
    ['a day', 'before', '2026-11-16', '2026-11-15'],
    ['a week that has begun', 'before', '2026-11-16 2026-11-19', '2026-11-09 2026-11-12'],
    ['a year before', 'year', '2026-11-01 2026-11-19', '2025-11-01 2025-11-19'],
    ['a leap day a year before', 'year', '2028-02-29', '2027-02-28'],
    ['nothing', 'none', '2026-11-01 2026-11-19', null],
  ])('%s', (_, comparison, period, previous) =>
    expect(chooseComparison(comparison, days(period), '2024-01-01')).toEqual(previous === null ? null : days(previous)),
  );

  it.each<[string, string | null, boolean]>([
    ['all of it', '2026-09-01', true],
    ['half of it', '2026-10-10', true],
    ['less than half of it', '2026-10-11', false],
    ['nothing of it', '2026-11-01', false],
    ['nothing at all', null, false],
  ])('is none unless the desk saw half of it: %s', (_, since, compared) =>
    expect(chooseComparison('before', days('2026-11-01 2026-11-18'), since)).toEqual(
      compared ? days('2026-10-01 2026-10-18') : null,
    ),
  );
});

describe('what a period is called', () => {
  it.each([
    ['2026-11-01 2026-11-19', 'Nov 1 to 19'],
    ['2026-10-23 2026-11-19', 'Oct 23 to Nov 19'],
    ['2026-11-19', 'Nov 19'],
    ['2025-11-19', 'Nov 19, 2025'],
    ['2025-11-01 2025-11-19', 'Nov 1 to Nov 19, 2025'],
    ['2025-12-20 2026-01-03', 'Dec 20, 2025 to Jan 3, 2026'],
  ])('%s is %s', (period, says) => expect(formatPeriod(days(period), today)).toBe(says));

  it.each([
    ['2026-10-01 2026-10-19', '2026-11-01 2026-11-19', 'in October'],
    ['2025-12-01 2025-12-19', '2026-01-01 2026-01-19', 'in December'],
    ['2025-11-01 2025-11-19', '2026-11-01 2026-11-19', 'in November 2025'],
    ['2026-09-25 2026-10-22', '2026-10-23 2026-11-19', 'in the 28 days before'],
    ['2026-11-06 2026-11-12', '2026-11-13 2026-11-19', 'in the week before'],
    ['2026-11-18', '2026-11-19', 'the day before'],
    ['2025-10-23 2025-11-19', '2026-10-23 2026-11-19', 'a year before'],
  ])('%s beside %s is %s', (previous, period, says) => expect(namePrevious(days(previous), days(period))).toBe(says));

  it.each([
    ['2026-11-01 2026-11-19', '2026-10-01 2026-10-19', 'Nov', 'Oct'],
    ['2026-11-01 2026-11-19', '2025-11-01 2025-11-19', 'Now', 'Before'],
    ['2026-10-23 2026-11-19', '2026-09-25 2026-10-22', 'Now', 'Before'],
  ])('%s and %s are %s and %s', (period, previous, now, before) =>
    expect(namePair(days(period), days(previous))).toEqual({ now, before }),
  );
});
