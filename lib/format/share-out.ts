/**
 * Shares of a whole in thousandths that sum to exactly one, however each is rounded (largest remainder): 45.0%, 21.0%, 29.5%, 4.5%.
 * Null where there is nothing to share.
 */
export function shareOut(counts: readonly number[]): (number | null)[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => null);
  const exact = counts.map((count) => (count / all) * 1_000);
  const floors = exact.map((value) => Math.floor(value));
  const missing = 1_000 - floors.reduce((sum, value) => sum + value, 0);
  const most = exact
    .map((value, at) => ({ rest: value - floors[at]!, at }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, missing);
  for (const { at } of most) floors[at]!++;
  return floors.map((value) => value / 1_000);
}
