import type { Period } from '../metrics/metric.schema';
import { dateFormatter } from './date-formatter';

export const presets = [
  ['today', 'Today'],
  ['yesterday', 'Yesterday'],
  ['7d', 'Last 7 days'],
  ['28d', 'Last 28 days'],
  ['90d', 'Last 90 days'],
  ['week', 'This week'],
  ['month', 'This month'],
  ['last-month', 'Last month'],
] as const;
export type Preset = (typeof presets)[number][0];
export const isPreset = (text: string | null): text is Preset => presets.some(([key]) => key === text);

export const comparisons = [
  ['before', 'The time before'],
  ['year', 'A year before'],
  ['none', 'Nothing'],
] as const;
export type Comparison = (typeof comparisons)[number][0];

const dayMs = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Some days on, or back where `days` is below zero. Days are told as `2026-11-19`, and have no time zone. */
export const addDays = (day: string, days: number): string => iso(at(day) + days * dayMs);
export const countDays = ({ from, to }: Period): number => Math.round((at(to) - at(from)) / dayMs) + 1;
/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7));
const monthOf = (day: string): string => day.slice(0, 7);
const firstOf = (day: string): string => `${monthOf(day)}-01`;
const lastOf = (day: string): string => addDays(firstOf(addDays(firstOf(day), 31)), -1);

/** The same day of an earlier month; the last one where that month is too short. */
function monthsBack(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = iso(Date.UTC(year, month - 1 - months, 1));
  const last = lastOf(first);
  const same = `${monthOf(first)}-${String(date).padStart(2, '0')}`;
  return same < last ? same : last;
}

/** A month that has hardly begun says little: until its eighth day the last four weeks are shown. */
export const usualPreset = (today: string): Preset => (Number(today.slice(8)) < 8 ? '28d' : 'month');

/** The days of a preset, today among them. */
export function choosePeriod(preset: Preset, today: string): Period {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case '7d':
      return { from: addDays(today, -6), to: today };
    case '28d':
      return { from: addDays(today, -27), to: today };
    case '90d':
      return { from: addDays(today, -89), to: today };
    case 'week':
      return { from: addDays(today, -((new Date(at(today)).getUTCDay() + 6) % 7)), to: today };
    case 'month':
      return { from: firstOf(today), to: today };
    case 'last-month': {
      const last = addDays(firstOf(today), -1);
      return { from: firstOf(last), to: last };
    }
  }
}

/** Begins with the first of a month and stays in it. */
const inMonth = ({ from, to }: Period): boolean => from === firstOf(from) && monthOf(from) === monthOf(to);

/**
 * What a period is compared with: nothing where the desk, which is there `since` a day, saw less than half of it. The time before
 * is as many days just before; of a month that is the same days of the month before, and all of that one where the month is over.
 */
export function chooseComparison(comparison: Comparison, period: Period, since: string | null): Period | null {
  const previous = periodBefore(comparison, period);
  if (!previous || since === null || since > previous.to) return null;
  const seen = countDays({ from: since > previous.from ? since : previous.from, to: previous.to });
  return seen * 2 < countDays(previous) ? null : previous;
}

function periodBefore(comparison: Comparison, period: Period): Period | null {
  if (comparison === 'none') return null;
  if (comparison === 'year') return { from: monthsBack(period.from, 12), to: monthsBack(period.to, 12) };
  if (inMonth(period)) {
    const from = monthsBack(period.from, 1);
    return { from, to: period.to === lastOf(period.to) ? lastOf(from) : monthsBack(period.to, 1) };
  }
  if (countDays(period) < 7 && new Date(at(period.from)).getUTCDay() === 1 && countDays(period) > 1)
    return { from: addDays(period.from, -7), to: addDays(period.to, -7) };
  return { from: addDays(period.from, -countDays(period)), to: addDays(period.from, -1) };
}

const day = (iso: string, year: boolean) =>
  dateFormatter('en-US', {
    month: 'short',
    day: 'numeric',
    year: year ? 'numeric' : undefined,
    timeZone: 'UTC',
  }).format(at(iso));

/** “Nov 1 to 19”, “Oct 28 to Nov 19”, “Nov 19”; with the year where it is not this one. */
export function formatPeriod({ from, to }: Period, today: string): string {
  const year = from.slice(0, 4) !== today.slice(0, 4) || to.slice(0, 4) !== today.slice(0, 4);
  if (from === to) return day(from, year);
  if (monthOf(from) === monthOf(to) && !year) return `${day(from, false)} to ${Number(to.slice(8))}`;
  return `${day(from, year && from.slice(0, 4) !== to.slice(0, 4))} to ${day(to, year)}`;
}

/** How the time it is compared with is called in a sentence: “in October”, “in the 28 days before”, “a year before”. */
export function namePrevious(previous: Period, period: Period): string {
  if (inMonth(previous) && inMonth(period)) return `in ${nameMonth(previous.from, period.from)}`;
  if (monthsBack(period.from, 12) === previous.from) return 'a year before';
  const days = countDays(previous);
  return days === 1 ? 'the day before' : days === 7 ? 'in the week before' : `in the ${days} days before`;
}

function nameMonth(from: string, now: string): string {
  const name = dateFormatter('en-US', { month: 'long', timeZone: 'UTC' }).format(at(from));
  return from.slice(0, 4) === now.slice(0, 4) || monthsBack(now, 1) === from ? name : `${name} ${from.slice(0, 4)}`;
}

/** A short name for the end of a line: “Nov”, “Oct”; “Now”, “Before” where they are no months. */
export function namePair(period: Period, previous: Period | null): { now: string; before: string } {
  const short = (from: string) => dateFormatter('en-US', { month: 'short', timeZone: 'UTC' }).format(at(from));
  if (
    previous &&
    inMonth(period) &&
    inMonth(previous) &&
    monthOf(period.from).slice(5) !== monthOf(previous.from).slice(5)
  )
    return { now: short(period.from), before: short(previous.from) };
  return { now: 'Now', before: 'Before' };
}
