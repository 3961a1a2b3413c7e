/** A source of chance that gives the same shop on every machine (mulberry32: 32 bits of state, enough for names and dates). */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** `count` decimal digits, the first one not 0. */
  digits(count: number): string;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (from) => {
      const item = from[between(0, from.length - 1)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    digits: (count) => Array.from({ length: count }, (_, index) => between(index === 0 ? 1 : 0, 9)).join(''),
  };
}
