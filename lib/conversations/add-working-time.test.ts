import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addWorkingTime, isWorking, workingSecondsBetween } from './add-working-time';
import type { Calendar } from './sla.schema';

const week = (from: string, to: string, days = [1, 2, 3, 4, 5]) => days.map((day) => ({ day, from, to }));
const office = (timeZone: string, holidays: string[] = []): Calendar => ({
  timeZone,
  hours: week('09:00', '17:00'),
  holidays: holidays.map((date) => ({ date, name: 'Off' })),
});
const hour = 3600;

describe('addWorkingTime', () => {
  it.each<[string, string, number, Calendar | null, string]>([
    ['day and night', '2026-11-21T23:30:00Z', hour, null, '2026-11-22T00:30:00Z'],
    ['within a day', '2026-11-20T10:00:00Z', hour, office('UTC'), '2026-11-20T11:00:00Z'],
    ['to the very end of a day', '2026-11-20T16:00:00Z', hour, office('UTC'), '2026-11-20T17:00:00Z'],
    ['over a night', '2026-11-19T16:30:00Z', hour, office('UTC'), '2026-11-20T09:30:00Z'],
    ['over a weekend', '2026-11-20T16:30:00Z', hour, office('UTC'), '2026-11-23T09:30:00Z'],
    ['from before opening', '2026-11-20T02:00:00Z', hour, office('UTC'), '2026-11-20T10:00:00Z'],
    ['over a holiday', '2026-12-24T16:30:00Z', hour, office('UTC', ['2026-12-25']), '2026-12-28T09:30:00Z'],
    ['in a zone of its own', '2026-11-20T16:30:00Z', hour, office('America/Denver'), '2026-11-20T17:30:00Z'],
    [
      'around a break',
      '2026-11-20T11:30:00Z',
      hour,
      { timeZone: 'UTC', hours: [...week('13:00', '17:00'), ...week('09:00', '12:00')], holidays: [] },
      '2026-11-20T13:30:00Z',
    ],
    [
      'until midnight',
      '2026-11-20T23:30:00Z',
      hour,
      { timeZone: 'UTC', hours: week('09:00', '24:00'), holidays: [] },
      '2026-11-23T09:30:00Z',
    ],
    // Berlin: on 2026-03-29 the clock goes from 2:00 to 3:00, on 2026-10-25 from 3:00 back to 2:00.
    [
      'over the shortest day',
      '2026-03-28T23:00:00Z',
      5 * hour,
      { timeZone: 'Europe/Berlin', hours: week('00:00', '24:00', [7]), holidays: [] },
      '2026-03-29T04:00:00Z',
    ],
    [
      'opening by the clock on the wall after it changed',
      '2026-03-27T15:30:00Z',
      hour,
      office('Europe/Berlin'),
      '2026-03-30T07:30:00Z',
    ],
    [
      'over the longest day',
      '2026-10-24T22:00:00Z',
      25 * hour,
      { timeZone: 'Europe/Berlin', hours: week('00:00', '24:00', [7]), holidays: [] },
      '2026-10-25T23:00:00Z',
    ],
    ['back in time', '2026-11-20T10:00:00Z', -hour, office('UTC'), '2026-11-20T09:00:00Z'],
  ])('counts %s', (_, start, seconds, calendar, end) => {
    expect(addWorkingTime(new Date(start), seconds, calendar).toISOString()).toBe(new Date(end).toISOString());
  });

  it('ends, though a calendar never opens', () => {
    const never = { timeZone: 'UTC', hours: [], holidays: [] };
    expect(addWorkingTime(new Date(0), hour, never)).toEqual(new Date(0));
  });
});

const zones = ['UTC', 'Europe/Berlin', 'America/Denver', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];
const quarter = fc.integer({ min: 0, max: 95 });
const clock = (n: number) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`;
const calendars = fc.record({
  timeZone: fc.constantFrom(...zones),
  hours: fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), quarter, quarter)
      // An hour a week at least: what is counted would else lie past the years a calendar is followed.
      .filter(([, a, b]) => Math.abs(a - b) >= 4)
      .map(([day, a, b]) => ({ day, from: clock(Math.min(a, b)), to: clock(Math.max(a, b)) })),
    { minLength: 1, maxLength: 10 },
  ),
  holidays: fc.array(
    fc.integer({ min: 0, max: 364 }).map((n) => ({
      date: DateTime.fromISO('2026-01-01').plus({ days: n }).toISODate() ?? '',
      name: 'Off',
    })),
    { maxLength: 5 },
  ),
});
const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 1) }).map((ms) => new Date(ms));
const length = fc.integer({ min: 1, max: 60 * hour });

describe('working time', () => {
  it('never runs backwards, and never faster than the clock', () => {
    fc.assert(
      fc.property(calendars, moment, length, length, (calendar, start, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const sooner = addWorkingTime(start, less, calendar);
        expect(sooner.getTime()).toBeLessThanOrEqual(addWorkingTime(start, more, calendar).getTime());
        expect(sooner.getTime() - start.getTime()).toBeGreaterThanOrEqual(less * 1000);
        const later = new Date(start.getTime() + a * 1000);
        expect(addWorkingTime(later, b, calendar) >= addWorkingTime(start, b, calendar)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('adds up: what was added is what lies between, and may be added in two pieces', () => {
    fc.assert(
      fc.property(calendars, moment, length, length, (calendar, start, a, b) => {
        const end = addWorkingTime(start, a, calendar);
        expect(workingSecondsBetween(start, end, calendar)).toBeCloseTo(a, 3);
        expect(addWorkingTime(end, b, calendar)).toEqual(addWorkingTime(start, a + b, calendar));
      }),
      { numRuns: 60 },
    );
  });

  it('is not spent on a holiday', () => {
    fc.assert(
      fc.property(calendars, moment, (calendar, start) => {
        const day = DateTime.fromJSDate(start, { zone: calendar.timeZone }).startOf('day');
        const off = { ...calendar, holidays: [{ date: day.toISODate() ?? '', name: 'Off' }] };
        expect(workingSecondsBetween(day.toJSDate(), day.plus({ days: 1 }).toJSDate(), off)).toBe(0);
        expect(isWorking(start, off)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
