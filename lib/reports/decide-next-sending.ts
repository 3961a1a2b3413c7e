import { DateTime } from 'luxon';
import type { Schedule } from './report.schema';

/** No schedule is without a day for longer than a month. */
const mostDays = 40;

/**
 * The first moment after `now` at which a schedule falls due. An hour that a day does not have, because the clocks go on, is the one
 * they go on to; one that it has twice is the first of both.
 */
export function decideNextSending(schedule: Schedule, now: Date): Date {
  const today = DateTime.fromJSDate(now, { zone: schedule.timeZone }).startOf('day');
  for (let days = 0; days <= mostDays; days++) {
    const day = today.plus({ days });
    if (!falls(schedule, day)) continue;
    const at = momentOf(day, schedule.hour);
    if (at > now) return at;
  }
  throw new Error('a schedule without a day');
}

function falls(schedule: Schedule, day: DateTime): boolean {
  switch (schedule.every) {
    case 'workday':
      return day.weekday <= 5;
    case 'week':
      return day.weekday === schedule.weekday;
    case 'month':
      return day.day === (schedule.day === 'last' ? day.daysInMonth : schedule.day);
  }
}

function momentOf(day: DateTime, hour: number): Date {
  const at = day.set({ hour });
  const before = at.minus({ hours: 1 });
  return (before.hour === at.hour && before.day === at.day ? before : at).toJSDate();
}
