import { describe, expect, it } from 'vitest';
import { chooseHours, formatHour, toLocalInput } from './choose-hour';

const says = (at: string) => chooseHours(new Date(at)).map(({ key, at: hour }) => `${key} ${toLocalInput(hour)}`);

describe('chooseHours', () => {
  it.each([
    ['2026-11-18T14:05:30', ['hour 2026-11-18T15:05', 'tomorrow 2026-11-19T08:00', 'monday 2026-11-23T08:00']],
    ['2026-11-22T23:30:00', ['hour 2026-11-23T00:30', 'tomorrow 2026-11-23T08:00']],
    ['2026-11-23T07:00:00', ['hour 2026-11-23T08:00', 'tomorrow 2026-11-24T08:00', 'monday 2026-11-30T08:00']],
    ['2026-12-31T10:00:00', ['hour 2026-12-31T11:00', 'tomorrow 2027-01-01T08:00', 'monday 2027-01-04T08:00']],
  ])('from %s', (now, expected) => {
    expect(says(now)).toEqual(expected);
  });
});

describe('formatHour', () => {
  const now = new Date('2026-11-18T14:05:00');
  it.each([
    ['2026-11-18T16:00:00', 'today at 16:00'],
    ['2026-11-19T08:00:00', 'tomorrow at 08:00'],
    ['2026-11-23T08:00:00', 'Mon, Nov 23 at 08:00'],
    ['2027-01-04T08:30:00', 'Mon, Jan 4, 2027 at 08:30'],
  ])('%s is %s', (at, expected) => {
    expect(formatHour(new Date(at), now)).toBe(expected);
  });
});
