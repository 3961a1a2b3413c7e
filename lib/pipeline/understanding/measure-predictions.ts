import { measureReliability } from './calibrate-scores';
import { type IntentReport, type Measurement, UNKNOWN } from './understanding.schema';

export type JudgedPrediction = {
  /** Place of the example in the list that training was given. */
  at: number;
  /** What it is labelled. */
  label: string;
  /** What it was understood as. */
  intent: string;
  probability: number;
  /** Not called unknown. */
  accepted: boolean;
};

type Cuts = { autonomous: number | null; perIntent: Map<string, number | null> };

/** What predictions on unseen text are worth. `intents` are listed in the given order, also those without an example. */
export function measurePredictions(predictions: JudgedPrediction[], intents: string[], cuts: Cuts): Measurement {
  const judged = predictions.map((prediction) => ({ ...prediction, right: prediction.intent === prediction.label }));
  const accepted = judged.filter((one) => one.accepted);
  const alone = accepted.filter(({ probability }) => cuts.autonomous !== null && probability >= cuts.autonomous);
  const isRight = ({ right }: { right: boolean }) => right;

  const perIntent = intents.map((intent): IntentReport => {
    const mine = judged.filter(({ label }) => label === intent);
    const said = judged.filter((one) => one.intent === intent);
    const right = mine.filter(isRight).length;
    const threshold = cuts.perIntent.get(intent) ?? null;
    const covered = mine.filter((one) => one.right && threshold !== null && one.probability >= threshold);
    return {
      intent,
      examples: mine.length,
      recall: share(right, mine.length),
      precision: share(right, said.length),
      f1: share(2 * right, mine.length + said.length),
      threshold,
      coverage: share(covered.length, mine.length),
      ...measureReliability(said),
    };
  });
  const present = perIntent.filter(({ examples }) => examples > 0);
  return {
    examples: judged.length,
    accuracy: share(judged.filter(isRight).length, judged.length),
    macroF1: share(
      present.reduce((sum, { f1 }) => sum + f1, 0),
      present.length,
    ),
    ...measureReliability(judged),
    coverage: share(accepted.length, judged.length),
    precision: share(accepted.filter(isRight).length, accepted.length),
    autonomous: {
      coverage: share(alone.length, judged.length),
      precision: share(alone.filter(isRight).length, alone.length),
    },
    perIntent,
    confusion: countConfusion(judged),
    predictions: judged.map(({ at, intent, probability }) => ({
      at,
      intent,
      probability: Math.round(probability * 10_000) / 10_000,
    })),
  };
}

/** Whether a prediction stands as an intent at all. */
export function isAccepted(intent: string, probability: number, threshold: number): boolean {
  return intent !== UNKNOWN && probability >= threshold;
}

function countConfusion(judged: { label: string; intent: string }[]): Measurement['confusion'] {
  const counts = new Map<string, Map<string, number>>();
  for (const { label, intent } of judged) {
    const row = counts.get(label) ?? new Map<string, number>();
    row.set(intent, (row.get(intent) ?? 0) + 1);
    counts.set(label, row);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([intent, row]) =>
      [...row].sort((a, b) => b[1] - a[1]).map(([understood, count]) => ({ intent, understood, count })),
    );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
