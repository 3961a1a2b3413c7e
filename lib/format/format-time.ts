import { dateFormatter } from './date-formatter';

const minute = 60_000;

/** A length of time in milliseconds as people at a desk say it: "now", "4 min", "1 h 8 min", "3 d 2 h". */
export function formatSpan(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / minute));
  if (whole < 1) return 'now';
  if (whole < 60) return `${whole} min`;
  const hours = Math.floor(whole / 60);
  if (hours < 24) return whole % 60 === 0 ? `${hours} h` : `${hours} h ${whole % 60} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** How long a machine took: "12 ms", "1.61 s", "2 min 5 s". */
export function formatTook(ms: number): string {
  if (ms < 10) return `${Math.round(ms * 10) / 10} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < minute) return `${(ms / 1000).toFixed(2)} s`;
  return `${Math.floor(ms / minute)} min ${Math.round((ms % minute) / 1000)} s`;
}

/** Time since something small: "2 s ago", "4 min ago". */
export function formatAgo(at: number, now: number): string {
  const ms = Math.max(0, now - at);
  return ms < minute ? `${Math.floor(ms / 1000)} s ago` : `${formatSpan(ms)} ago`;
}

/** "14:02" on the reader's own clock; `zone` only for tests and servers. */
export function formatClock(iso: string, zone?: string): string {
  return dateFormatter('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(iso));
}

/** "13:59:04": where a second matters, as in facts that were read. */
export function formatClockSeconds(iso: string, zone?: string): string {
  return dateFormatter('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: zone,
  }).format(new Date(iso));
}

/** Nearer than this a day is known without its year. */
const nearMs = 300 * 24 * 60 * minute;

/** "Nov 12" when near, "Nov 12, 2024" when not. */
export function formatDay(iso: string, now: number, zone?: string): string {
  const at = new Date(iso);
  return dateFormatter('en-US', {
    month: 'short',
    day: 'numeric',
    year: Math.abs(at.getTime() - now) < nearMs ? undefined : 'numeric',
    timeZone: zone,
  }).format(at);
}

/** "Thursday, November 19": the line between two days of a conversation. */
export function formatLongDay(iso: string, zone?: string): string {
  return dateFormatter('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: zone }).format(
    new Date(iso),
  );
}

/** "March 2021": since when somebody is a customer. Leaves text that is no date as it is. */
export function formatMonth(value: string, zone?: string): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  return dateFormatter('en-US', { month: 'long', year: 'numeric', timeZone: zone }).format(at);
}

/** The clock today, the day and the clock before: "14:02", "Nov 10, 09:12". */
export function formatMoment(iso: string, now: number, zone?: string): string {
  return isSameDay(iso, new Date(now).toISOString(), zone)
    ? formatClock(iso, zone)
    : `${formatDay(iso, now, zone)}, ${formatClock(iso, zone)}`;
}

export function isSameDay(one: string, other: string, zone?: string): boolean {
  const key = (iso: string) => dateFormatter('en-CA', { timeZone: zone }).format(new Date(iso));
  return key(one) === key(other);
}
