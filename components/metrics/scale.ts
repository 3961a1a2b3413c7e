/** Numbers that are there. */
const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** From the lowest to the highest, with room where they are one; null where there are none. */
export function rangeOf(values: readonly (number | null)[]): { low: number; high: number } | null {
  const numbers = known(values);
  if (numbers.length === 0) return null;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (low < high) return { low, high };
  const room = Math.abs(low) / 10 || 1;
  return { low: low - room, high: high + room };
}

/** A path through points; where one is missing it begins anew. A point alone is a short stroke, or it would not be seen. */
export function drawLine(points: readonly (readonly [x: number, y: number] | null)[]): string {
  let path = '';
  points.forEach((point, at) => {
    if (!point) return;
    const [x, y] = point.map((value) => Math.round(value * 100) / 100) as [number, number];
    path += points[at - 1] ? `L${x} ${y}` : `M${x} ${y}`;
    if (!points[at - 1] && !points[at + 1]) path += 'h0.01';
  });
  return path;
}

const stepsOf = { plain: [1, 2, 2.5, 5, 10], time: [1, 2, 5, 10, 15, 30] } as const;

/**
 * Three to five round values that hold all of these, the lowest and the highest ends of the axis. `zero`: it begins there, as bars
 * must. `time`: in milliseconds, on steps of a clock. `most`: no axis goes beyond, such as 1 of a share.
 */
export function chooseTicks(
  values: readonly (number | null)[],
  { zero = false, time = false, most }: { zero?: boolean; time?: boolean; most?: number } = {},
): number[] {
  const range = rangeOf(values) ?? { low: 0, high: most ?? 1 };
  const low = zero ? Math.min(0, range.low) : range.low;
  const high = zero && range.high <= 0 ? 1 : range.high;
  for (const step of steps((high - low) / 4, time)) {
    const first = Math.floor(low / step + 1e-9);
    const last = Math.ceil(Math.min(high, most ?? high) / step - 1e-9);
    const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
    if (ticks.length <= 5) return ticks.length > 1 ? ticks : [ticks[0]!, ticks[0]! + step];
  }
  return [low, high];
}

/** Round steps from about one on, each larger than the one before. */
function* steps(about: number, time: boolean): Generator<number> {
  const clock = [1_000, 60_000, 3_600_000, 86_400_000];
  if (time && about > 500)
    for (const [at, unit] of clock.entries())
      for (const step of stepsOf.time) {
        const size = step * unit;
        if (size >= about / 2 && (at === 3 || size < clock[at + 1]!)) yield size;
      }
  for (let power = 10 ** Math.floor(Math.log10(Math.max(about, 1e-9)) - 1), guard = 0; guard < 6; guard++, power *= 10)
    for (const step of stepsOf.plain) yield step * power;
}

/** Moves labels apart that would lie on each other, within a height: tops in, tops out, in the same order. */
export function spreadLabels(tops: readonly number[], each: number, height: number): number[] {
  const order = tops.map((top, at) => ({ top, at })).sort((a, b) => a.top - b.top);
  let free = 0;
  for (const one of order) {
    one.top = Math.max(one.top, free);
    free = one.top + each;
  }
  let limit = height - each;
  for (const one of order.toReversed()) {
    one.top = Math.min(one.top, limit);
    limit = one.top - each;
  }
  const moved = [...tops];
  for (const { top, at } of order) moved[at] = top;
  return moved;
}
