import type { ReliabilityBin } from './intent.schema';

/** What an example means, what it was taken for while held out, and how sure. */
export type Prediction = { meant: string; taken: string; probability: number };

/** A reliability diagram: equal bins of what was said, with what was found. Empty bins are left out. */
export function binReliability(predictions: Prediction[], bins = 10): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, said: 0, right: 0 }));
  for (const { meant, taken, probability } of predictions) {
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))]!;
    bin.count++;
    bin.said += probability;
    if (meant === taken) bin.right++;
  }
  return sums.flatMap(({ count, said, right }, at) =>
    count === 0 ? [] : [{ from: at / bins, count, said: said / count, found: right / count }],
  );
}

/** Expected calibration error (Naeini et al. 2015): the bins' gaps between said and found, weighed by their counts. */
export function measureEce(predictions: Prediction[]): number {
  const total = predictions.length || 1;
  return binReliability(predictions, 15).reduce(
    (sum, { count, said, found }) => sum + (count / total) * Math.abs(said - found),
    0,
  );
}

/**
 * The intents an intent is mixed up with most, and the counts between them: `counts[row][column]` examples that mean
 * `intents[row]` were taken for `intents[column]`. The intent itself comes first.
 */
export function chooseConfusion(
  predictions: Prediction[],
  intent: string,
  most: number,
): { intents: string[]; counts: number[][] } {
  const mixed = new Map<string, number>();
  for (const { meant, taken } of predictions) {
    if (meant === taken) continue;
    if (meant === intent) mixed.set(taken, (mixed.get(taken) ?? 0) + 1);
    if (taken === intent) mixed.set(meant, (mixed.get(meant) ?? 0) + 1);
  }
  const others = [...mixed].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([key]) => key);
  const intents = [intent, ...others].slice(0, most);
  return { intents, counts: countConfusion(predictions, intents) };
}

export function countConfusion(predictions: Prediction[], intents: string[]): number[][] {
  const place = new Map(intents.map((intent, at) => [intent, at]));
  const counts = intents.map(() => intents.map(() => 0));
  for (const { meant, taken } of predictions) {
    const row = place.get(meant);
    const column = place.get(taken);
    if (row !== undefined && column !== undefined) counts[row]![column]!++;
  }
  return counts;
}
