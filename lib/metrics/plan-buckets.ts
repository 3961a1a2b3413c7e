import { DateTime } from 'luxon';
import type { Granularity, Period } from './metric.schema';

/**
 * When each local hour, day or week of a period begins, or all of it, and when the last one ends. Weeks begin on Monday; the first may be cut.
 * `weeks` are those that are whole, null where none is.
 */
export type Buckets = {
  readonly starts: readonly Date[];
  readonly end: Date;
  readonly weeks: { readonly from: Date; readonly to: Date } | null;
};

/** What was planned before, the oldest first: finding local midnights costs more than reading the figures between them. */
const planned = new Map<string, Buckets>();
const mostPlanned = 100;

/**
 * The local days of a period, both ends among it, in a time zone. A day has 23 or 25 hours where the clocks are changed, and a day that
 * has no midnight begins at its first moment.
 */
export function planBuckets(period: Period, granularity: Granularity, timeZone: string): Buckets {
  const key = `${period.from} ${period.to} ${granularity} ${timeZone}`;
  const known = planned.get(key);
  if (known) return known;
  const buckets = plan(period, granularity, timeZone);
  if (planned.size >= mostPlanned) planned.delete(planned.keys().next().value!);
  planned.set(key, buckets);
  return buckets;
}

function plan({ from, to }: Period, granularity: Granularity, timeZone: string): Buckets {
  const first = DateTime.fromISO(from, { zone: timeZone }).startOf('day');
  const end = DateTime.fromISO(to, { zone: timeZone }).plus({ days: 1 }).startOf('day');
  const starts: Date[] = [];
  let at: DateTime = first;
  while (at < end) {
    starts.push(at.toJSDate());
    at = granularity === 'period' ? end : following(at, granularity);
  }
  const weeks = { from: first.plus({ days: 6 }).startOf('week'), to: end.startOf('week') };
  return {
    ...{ starts, end: end.toJSDate() },
    weeks: weeks.from < weeks.to ? { from: weeks.from.toJSDate(), to: weeks.to.toJSDate() } : null,
  };
}

function following(at: DateTime, granularity: Exclude<Granularity, 'period'>): DateTime {
  switch (granularity) {
    case 'hour':
      return at.plus({ hours: 1 });
    case 'day':
      return at.plus({ days: 1 }).startOf('day');
    case 'week':
      return at.plus({ weeks: 1 }).startOf('week');
  }
}

/** As many days just before. */
export function periodBefore({ from, to }: Period): Period {
  const [first, last] = [DateTime.fromISO(from, { zone: 'utc' }), DateTime.fromISO(to, { zone: 'utc' })];
  const days = last.diff(first, 'days').days + 1;
  return { from: first.minus({ days }).toISODate()!, to: first.minus({ days: 1 }).toISODate()! };
}

/** Whether the local days of a period begin on full hours of UTC, which is what hours are counted by. */
export const beginsOnHours = ({ starts, end }: Buckets): boolean =>
  [...starts, end].every((at) => at.getTime() % 3_600_000 === 0);
