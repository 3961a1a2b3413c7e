import type { ReliabilityBin } from '@/lib/governance/intent.schema';

/** A gap this wide between said and found is worth a word. */
const wide = 0.08;
/** Fewer held-out examples than this say nothing about a bin. */
const enough = 5;

/** What a reliability diagram shows, in a sentence. */
export function describeReliability(bins: ReliabilityBin[]): string {
  const telling = bins.filter(({ count }) => count >= enough);
  if (telling.length === 0) return 'Too few examples to say how sure it may be';
  const over = telling.filter(({ said, right }) => said - right > wide);
  const under = telling.filter(({ said, right }) => right - said > wide);
  if (over.length === 0 && under.length === 0) return 'As sure as it is right';
  const [kind, off] = over.length >= under.length ? (['sure', over] as const) : (['modest', under] as const);
  const from = Math.min(...off.map((bin) => bin.from));
  const to = Math.max(...off.map((bin) => bin.from)) + 1 / 15;
  return `A little too ${kind} between ${from.toFixed(1)} and ${Math.min(1, to).toFixed(1)}`;
}
