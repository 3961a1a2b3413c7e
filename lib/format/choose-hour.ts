import { dateFormatter } from './date-formatter';

/** An hour to send or wake at, in the time zone of whoever chooses it. */
export type Hour = { key: 'hour' | 'tomorrow' | 'monday'; says: string; at: Date };

const morning = 8;

/** In an hour, tomorrow morning, Monday morning; on a Sunday the last two are one, and it is named once. */
export function chooseHours(now: Date): Hour[] {
  const inAnHour = new Date(now.getTime() + 3_600_000);
  inAnHour.setSeconds(0, 0);
  const tomorrow = morningIn(now, 1);
  const monday = morningIn(now, (8 - now.getDay()) % 7 || 7);
  return [
    { key: 'hour', says: 'In an hour', at: inAnHour },
    { key: 'tomorrow', says: 'Tomorrow, 8:00', at: tomorrow },
    ...(monday.getTime() === tomorrow.getTime() ? [] : [{ key: 'monday' as const, says: 'Monday, 8:00', at: monday }]),
  ];
}

/** By the calendar and not by hours: a night with a change of clocks is not 24 of them long. */
function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning);
}

/** "today at 14:05", "tomorrow at 08:00", "Mon, Nov 23 at 08:00". */
export function formatHour(at: Date, now: Date): string {
  const clock = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
  const day = (date: Date, more = 0) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + more).getTime();
  if (day(at) === day(now)) return `today at ${clock}`;
  if (day(at) === day(now, 1)) return `tomorrow at ${clock}`;
  const named = dateFormatter('en-US', { weekday: 'short', month: 'short', day: 'numeric' }).format(at);
  return `${named}${at.getFullYear() === now.getFullYear() ? '' : `, ${at.getFullYear()}`} at ${clock}`;
}

/** What an `<input type="datetime-local">` takes. */
export function toLocalInput(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
