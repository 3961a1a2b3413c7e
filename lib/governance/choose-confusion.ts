import type { VersionReport } from './intent.schema';

type Confusion = VersionReport['confusion'];

/**
 * The intents an intent is mixed up with most, and the counts between them: `counts[row][column]` examples that mean
 * `intents[row]` were understood as `intents[column]`. The intent itself comes first.
 */
export function chooseConfusion(
  confusion: Confusion,
  intent: string,
  most: number,
): { intents: string[]; counts: number[][] } {
  const mixed = new Map<string, number>();
  for (const { intent: meant, understood, count } of confusion) {
    if (meant === understood || (meant !== intent && understood !== intent)) continue;
    const other = meant === intent ? understood : meant;
    mixed.set(other, (mixed.get(other) ?? 0) + count);
  }
  const others = [...mixed].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([key]) => key);
  const intents = [intent, ...others].slice(0, most);
  const found = new Map(confusion.map((one) => [`${one.intent} ${one.understood}`, one.count]));
  return { intents, counts: intents.map((row) => intents.map((column) => found.get(`${row} ${column}`) ?? 0)) };
}
