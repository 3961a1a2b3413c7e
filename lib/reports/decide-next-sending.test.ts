import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideNextSending } from './decide-next-sending';
import type { Schedule } from './report.schema';

const berlin = 'Europe/Berlin';
const workday = (hour: number, timeZone = 'UTC'): Schedule => ({ every: 'workday', hour, timeZone });
const week = (weekday: number, hour: number, timeZone = 'UTC'): Schedule => ({
  every: 'week',
  weekday,
  hour,
  timeZone,
});
const month = (day: number | 'last', hour: number, timeZone = 'UTC'): Schedule => ({
  ...{ every: 'month', day, hour, timeZone },
});

describe('decideNextSending', () => {
  it.each<[string, Schedule, string, string]>([
    ['later today', workday(8), '2026-11-19T07:59:59Z', '2026-11-19T08:00:00Z'],
    ['not again at its very moment', workday(8), '2026-11-19T08:00:00Z', '2026-11-20T08:00:00Z'],
    ['over the weekend', workday(8), '2026-11-20T09:00:00Z', '2026-11-23T08:00:00Z'],
    ['today is Saturday', workday(8), '2026-11-21T01:00:00Z', '2026-11-23T08:00:00Z'],
    ['the weekday that comes', week(1, 8), '2026-11-19T12:00:00Z', '2026-11-23T08:00:00Z'],
    ['this weekday, but over', week(4, 8), '2026-11-19T12:00:00Z', '2026-11-26T08:00:00Z'],
    ['on Sundays', week(7, 23), '2026-11-19T12:00:00Z', '2026-11-22T23:00:00Z'],
    ['a day of the month', month(1, 6), '2026-11-19T12:00:00Z', '2026-12-01T06:00:00Z'],
    ['over the end of the year', month(15, 6), '2026-12-16T12:00:00Z', '2027-01-15T06:00:00Z'],
    ['the last of November', month('last', 6), '2026-11-19T12:00:00Z', '2026-11-30T06:00:00Z'],
    ['from the last to the last', month('last', 6), '2026-01-31T06:00:00Z', '2026-02-28T06:00:00Z'],
    ['the last in a leap year', month('last', 6), '2028-02-01T00:00:00Z', '2028-02-29T06:00:00Z'],
    ['the 28th of February', month(28, 6), '2027-02-01T00:00:00Z', '2027-02-28T06:00:00Z'],
    ['another day there than here', week(1, 8, 'Pacific/Auckland'), '2026-11-22T12:00:00Z', '2026-11-22T19:00:00Z'],
    ['half an hour off', workday(9, 'Asia/Kolkata'), '2026-11-19T03:00:00Z', '2026-11-19T03:30:00Z'],
    ['the clocks go on tomorrow', workday(8, berlin), '2026-03-27T09:00:00Z', '2026-03-30T06:00:00Z'],
    ['an hour that is not', week(7, 2, berlin), '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    ['an hour that is not, after it', week(7, 2, berlin), '2026-03-29T01:00:00Z', '2026-04-05T00:00:00Z'],
    ['an hour that is twice', week(7, 2, berlin), '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z'],
    ['an hour that is twice, between both', week(7, 2, berlin), '2026-10-25T00:30:00Z', '2026-11-01T01:00:00Z'],
    ['a day that begins at one', workday(0, 'Africa/Cairo'), '2026-04-23T23:00:00Z', '2026-04-26T21:00:00Z'],
    ['a midnight that is not', month(24, 0, 'Africa/Cairo'), '2026-04-20T00:00:00Z', '2026-04-23T22:00:00Z'],
  ])('%s', (_, schedule, now, next) => {
    expect(decideNextSending(schedule, new Date(now)).toISOString()).toBe(new Date(next).toISOString());
  });

  it('is always after now, within 32 days, and at its hour unless that is no hour', () => {
    const zone = fc.constantFrom('UTC', berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
    const hour = fc.integer({ min: 0, max: 23 });
    const schedules: fc.Arbitrary<Schedule> = fc.oneof(
      fc.record({ every: fc.constant('workday' as const), hour, timeZone: zone }),
      fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }), hour, timeZone: zone }),
      fc.record({
        every: fc.constant('month' as const),
        day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const)),
        hour,
        timeZone: zone,
      }),
    );
    const range = { min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(schedules, fc.date(range), (schedule, now) => {
        const next = decideNextSending(schedule, now);
        const local = Number(
          new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: schedule.timeZone }).format(next),
        );
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(next.getTime() - now.getTime()).toBeLessThan(32.1 * 86_400_000);
        expect([schedule.hour, schedule.hour + 1]).toContain(local);
      }),
    );
  });
});
