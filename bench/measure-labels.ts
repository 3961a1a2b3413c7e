import type { Labelled } from './read-labelled';

/** Stratified: the same share of each label is put aside, in an order drawn from the seed. */
export function splitByLabel(all: Labelled[], share: number, seed: number): { train: Labelled[]; test: Labelled[] } {
  const train: Labelled[] = [];
  const test: Labelled[] = [];
  for (const rows of shuffledByLabel(all, seed)) {
    const aside = Math.round(rows.length * share);
    test.push(...rows.slice(0, aside));
    train.push(...rows.slice(aside));
  }
  return { train, test };
}

export function drawFew(all: Labelled[], perLabel: number, seed: number): Labelled[] {
  return shuffledByLabel(all, seed).flatMap((rows) => rows.slice(0, perLabel));
}

/** Unweighted mean over the labels that occur in the test. */
export function macroF1(rows: { label: string; intent: string }[]): number {
  const labels = [...new Set(rows.map(({ label }) => label))];
  const scores = labels.map((label) => {
    const both = rows.filter((row) => row.label === label && row.intent === label).length;
    const either = rows.filter((row) => row.label === label).length + rows.filter((row) => row.intent === label).length;
    return either === 0 ? 0 : (2 * both) / either;
  });
  return scores.reduce((sum, score) => sum + score, 0) / labels.length;
}

/** How often a value of `high` lies above one of `low`; ties count half. */
export function areaUnderRoc(high: number[], low: number[]): number {
  const sorted = [...low].sort((a, b) => a - b);
  let wins = 0;
  for (const value of high) wins += (below(sorted, value, false) + below(sorted, value, true)) / 2;
  return wins / (high.length * low.length);
}

/** How many of the sorted values lie under `value`, with `orEqual` those equal to it too. */
function below(sorted: number[], value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shuffledByLabel(all: Labelled[], seed: number): Labelled[][] {
  const byLabel = new Map<string, Labelled[]>();
  for (const row of all) byLabel.set(row.label, [...(byLabel.get(row.label) ?? []), row]);
  let state = (seed * 48271 + 1) % 2147483647;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return [...byLabel.values()].map((rows) =>
    rows
      .map((row) => ({ row, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row),
  );
}
