import type { VersionExample, VersionReport } from './intent.schema';
import type { VersionEffect } from './intent-view.schema';

export type Measured = { examples: VersionExample[]; report: VersionReport };

type Moved = VersionEffect['mended'][number];

/** What a version does better and worse than another, on the examples both took down and were held out from. */
export function compareReports(
  before: Measured | null,
  after: Measured,
): { intents: { key: string; before: number | null; after: number | null }[]; mended: Moved[]; broken: Moved[] } {
  const was = new Map(before?.report.perIntent.map(({ intent, f1 }) => [intent, f1]));
  const is = new Map(after.report.perIntent.map(({ intent, f1 }) => [intent, f1]));
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  const intents = keys.map((key) => ({ key, before: was.get(key) ?? null, after: is.get(key) ?? null }));
  const earlier = new Map(before ? takenOf(before).map((one) => [`${one.meant} ${one.text}`, one.taken]) : []);
  const moved = takenOf(after).flatMap(({ meant, text, taken }) => {
    const then = earlier.get(`${meant} ${text}`);
    return then === undefined || then === taken ? [] : [{ text, meant, was: then, is: taken }];
  });
  return {
    intents,
    mended: moved.filter((one) => one.is === one.meant),
    broken: moved.filter((one) => one.was === one.meant),
  };
}

function takenOf({ examples, report }: Measured): { meant: string; text: string; taken: string }[] {
  return report.predictions.flatMap(({ at, intent }) => {
    const example = examples[at];
    return example ? [{ meant: example.intent, text: example.text, taken: intent }] : [];
  });
}
