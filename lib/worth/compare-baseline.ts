import { wilsonInterval } from '../format/wilson-interval';
import type { Compared, ComparedKey } from './worth.schema';

export type Counted = { sum: number; n: number };
/** What was counted in one time, by category; medians cannot be put together from categories and stand by themselves. */
export type Side = {
  means: Partial<Record<ComparedKey, ReadonlyMap<string, Counted>>>;
  medians: Partial<Record<ComparedKey, { value: number | null; n: number }>>;
};
export type Before = { kind: 'history'; side: Side } | { kind: 'hand'; values: Partial<Record<ComparedKey, number>> };

/** Fewer say nothing. */
const fewest = 30;
/** Of a category as many must be counted now for it to stand for those before, and of all before so large a part. */
const fewestEach = 10;
const leastComparable = 0.6;

const told: readonly (Pick<Compared, 'key' | 'name' | 'unit' | 'better'> & { past: string | null })[] = [
  {
    ...{ key: 'first_contact', name: 'First contact', unit: 'share', better: 'up' },
    past: 'Before: ended and never reopened. Who wrote again under another number is not seen in a table, so before looks better than it was.',
  },
  {
    ...{ key: 'handle_time', name: 'Handle time, agents', unit: 'milliseconds', better: 'down' },
    past: 'Before: as the other desk counted it.',
  },
  {
    ...{ key: 'cost', name: 'Cost to serve, each closed', unit: 'micros', better: 'down' },
    past: 'Before: handle time at the hourly cost of today. Now: people, models and channels.',
  },
  { ...{ key: 'csat', name: 'CSAT', unit: 'share', better: 'up' }, past: 'Before: good ÷ good and bad.' },
  { ...{ key: 'first_reply', name: 'First reply, median', unit: 'milliseconds', better: 'down' }, past: null },
  { ...{ key: 'resolution_time', name: 'Resolution time, median', unit: 'milliseconds', better: 'down' }, past: null },
];

/** Each measure before beside now, with what now would be in the mix of before, how sure a difference is, and where they differ in kind. */
export function compareBaseline(before: Before, now: Side): Compared[] {
  return told.map(({ past, ...one }): Compared => {
    const { key, unit } = one;
    const is = pointOf(now, key);
    if (before.kind === 'hand') {
      const value = before.values[key] ?? null;
      return {
        ...one,
        before: { value, n: null },
        now: is,
        adjusted: null,
        interval: null,
        note: noteOf(null, null, is.n),
      };
    }
    const was = pointOf(before.side, key);
    return {
      ...one,
      before: was,
      now: is,
      adjusted: adjust(before.side.means[key], now.means[key]),
      interval: unit === 'share' ? differ(was, is) : null,
      note: noteOf(was.n > 0 ? past : null, was.n, is.n),
    };
  });
}

function noteOf(past: string | null, was: number | null, is: number): string | null {
  const few = (was !== null && was > 0 && was < fewest) || (is > 0 && is < fewest);
  return [few && 'Too few to tell.', past].filter(Boolean).join(' ') || null;
}

type Point = { value: number | null; n: number };

function pointOf({ means, medians }: Side, key: ComparedKey): Point {
  const median = medians[key];
  if (median) return median;
  const all = total(means[key]);
  return { value: all.n > 0 ? all.sum / all.n : null, n: all.n };
}

const total = (parts: ReadonlyMap<string, Counted> | undefined): Counted =>
  [...(parts?.values() ?? [])].reduce((sum, one) => ({ sum: sum.sum + one.sum, n: sum.n + one.n }), { sum: 0, n: 0 });

/**
 * Now, weighed as the categories were before (direct standardisation): a change of what people write about does not pass for doing
 * better. Null where less than three fifths of before is told now as well.
 */
export function adjust(
  before: ReadonlyMap<string, Counted> | undefined,
  now: ReadonlyMap<string, Counted> | undefined,
): number | null {
  if (!before || !now) return null;
  const usable = [...before].flatMap(([key, { n }]) => {
    const is = now.get(key);
    return n > 0 && is && is.n >= fewestEach ? [{ weight: n, mean: is.sum / is.n }] : [];
  });
  const weight = usable.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0 || weight < total(before).n * leastComparable) return null;
  return usable.reduce((sum, one) => sum + one.weight * one.mean, 0) / weight;
}

/** Where the true difference of two shares lies in 95 of 100 samples (Newcombe, 1998, from two Wilson intervals). */
export function differ(was: Point, is: Point): { low: number; high: number } | null {
  if (was.value === null || is.value === null) return null;
  const one = wilsonInterval(was.value * was.n, was.n)!;
  const two = wilsonInterval(is.value * is.n, is.n)!;
  const by = is.value - was.value;
  return {
    low: by - Math.hypot(is.value - two.low, one.high - was.value),
    high: by + Math.hypot(two.high - is.value, was.value - one.low),
  };
}

/** How much of what came before is told now as well; null where nothing came. */
export function shareComparable(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): number | null {
  const all = [...before.values()].reduce((sum, one) => sum + one, 0);
  if (all === 0) return null;
  return [...before].reduce((sum, [key, n]) => sum + ((now.get(key) ?? 0) >= fewestEach ? n : 0), 0) / all;
}
