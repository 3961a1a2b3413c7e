import { DateTime } from 'luxon';
import type { Calendar } from './sla.schema';

/** Past so many days a calendar is taken for one that never opens again. */
const mostDays = 3 * 366;

/** The moment at which so many seconds of work have passed since another. Null: the clock runs day and night. */
export function addWorkingTime(start: Date, seconds: number, calendar: Calendar | null): Date {
  if (!calendar || seconds <= 0) return new Date(start.getTime() + seconds * 1000);
  let left = seconds * 1000;
  let last = start;
  for (const { from, to } of shifts(start, calendar)) {
    if (to - from >= left) return new Date(from + left);
    left -= to - from;
    last = new Date(to);
  }
  return last;
}

/** The seconds of work between two moments; none where the second is the earlier. */
export function workingSecondsBetween(start: Date, end: Date, calendar: Calendar | null): number {
  if (end <= start) return 0;
  if (!calendar) return (end.getTime() - start.getTime()) / 1000;
  let sum = 0;
  for (const { from, to } of shifts(start, calendar)) {
    if (from >= end.getTime()) break;
    sum += Math.min(to, end.getTime()) - from;
  }
  return sum / 1000;
}

/** Whether somebody works at this moment. */
export function isWorking(at: Date, hours: Omit<Calendar, 'holidays'> & { holidays?: Calendar['holidays'] }): boolean {
  const calendar = { ...hours, holidays: hours.holidays ?? [] };
  const [first] = shifts(at, calendar);
  return first !== undefined && first.from === at.getTime();
}

/**
 * The stretches of work from a moment on, in order and never overlapping, in the calendar's own zone: a day on which the clocks
 * change is as long as it is. An hour that a change leaves out is worked at the hour that takes its place.
 */
function* shifts(start: Date, { timeZone, hours, holidays }: Calendar): Generator<{ from: number; to: number }> {
  const free = new Set(holidays.map(({ date }) => date));
  let cursor = start.getTime();
  let date = DateTime.fromMillis(cursor, { zone: timeZone }).startOf('day');
  for (let days = 0; days < mostDays; days++, date = date.plus({ days: 1 })) {
    if (free.has(date.toISODate() ?? '')) continue;
    const today = hours
      .filter(({ day }) => day === date.weekday)
      .map(({ from, to }) => ({ from: at(date, from), to: at(date, to) }))
      .sort((a, b) => a.from - b.from);
    for (const shift of today) {
      const from = Math.max(shift.from, cursor);
      if (shift.to <= from) continue;
      cursor = shift.to;
      yield { from, to: shift.to };
    }
  }
}

function at(date: DateTime, clock: string): number {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  // By the clock on the wall, not by hours since midnight.
  return hour === 24 ? date.plus({ days: 1 }).startOf('day').toMillis() : date.set({ hour, minute }).toMillis();
}
