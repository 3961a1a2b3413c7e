/**
 * Durations are counted in bins that grow by a tenth: bin b holds those from 100 ms × 1.1^(b−1) up to 100 ms × 1.1^b. Those of a
 * bin count as spread evenly in it: no quantile is more than a tenth from the value at its rank, and of hundreds it is within a
 * hundredth or two. A bin's middle instead would move by a tenth at once, or not at all.
 * Below a tenth of a second everything is a tenth of a second, but for nothing at all, which is bin 0: what was answered
 * outside of working hours took none of them.
 */
export const shortestMs = 100;
export const growth = 1.1;

/** Confidence is counted by the hundredth. */
export const confidenceBins = 100;

export const binOf = (ms: number): number =>
  ms <= 0 ? 0 : 1 + Math.floor(Math.log(Math.max(ms, shortestMs) / shortestMs) / Math.log(growth));

/** `part` of the way through a bin, from 0 to 1. */
const valueIn = (bin: number, part: number): number => (bin === 0 ? 0 : shortestMs * growth ** (bin - 1 + part));

/** How many by bin: the index is the bin. Dense, because a dashboard joins thousands of them. */
export type Spread = number[];

/** A bin is kept as one number: how many × 1000 + which. */
export const perBin = 1_000;

/** Adds bins as they are kept, in any order. */
export function addBins(spread: Spread, bins: readonly number[]): void {
  for (const pair of bins) {
    const count = Math.floor(pair / perBin);
    const bin = pair - count * perBin;
    for (let next = spread.length; next <= bin; next++) spread.push(0);
    spread[bin]! += count;
  }
}

/** How many there are in several spreads together. */
export const countOf = (spreads: readonly Spread[]): number => {
  let count = 0;
  for (const spread of spreads) for (const n of spread) count += n;
  return count;
};

/** The value at a rank between 0 and 1 (nearest rank) of several spreads together; null of nothing. */
export function quantileOf(spreads: readonly Spread[], share: number): number | null {
  const count = countOf(spreads);
  if (count <= 0) return null;
  let rank = Math.max(1, Math.ceil(share * count));
  for (let bin = 0; ; bin++) {
    let here = 0;
    for (const spread of spreads) here += spread[bin] ?? 0;
    if (rank <= here) return valueIn(bin, (rank - 0.5) / here);
    rank -= here;
  }
}
