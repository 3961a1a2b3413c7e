import { expect, it } from 'vitest';
import { saySchedule } from './say-schedule';

const zone = 'Europe/Berlin';

it.each([
  [null, 'Not sent by itself'],
  [{ every: 'workday', hour: 7, timeZone: zone }, 'Monday to Friday at 07:00'],
  [{ every: 'week', weekday: 1, hour: 8, timeZone: zone }, 'Every Monday at 08:00'],
  [{ every: 'week', weekday: 7, hour: 8, timeZone: 'Asia/Tokyo' }, 'Every Sunday at 08:00 (Asia/Tokyo)'],
  [{ every: 'month', day: 1, hour: 0, timeZone: zone }, 'On the 1st of every month at 00:00'],
  [{ every: 'month', day: 2, hour: 0, timeZone: zone }, 'On the 2nd of every month at 00:00'],
  [{ every: 'month', day: 3, hour: 0, timeZone: zone }, 'On the 3rd of every month at 00:00'],
  [{ every: 'month', day: 12, hour: 0, timeZone: zone }, 'On the 12th of every month at 00:00'],
  [{ every: 'month', day: 21, hour: 0, timeZone: zone }, 'On the 21st of every month at 00:00'],
  [{ every: 'month', day: 'last', hour: 23, timeZone: zone }, 'On the last day of every month at 23:00'],
] as const)('%j is %s', (schedule, says) => {
  expect(saySchedule(schedule, zone)).toBe(says);
});
