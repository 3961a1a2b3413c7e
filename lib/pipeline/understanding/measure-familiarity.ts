import { type IntentModel, UNKNOWN } from './understanding.schema';

type Seen = { scores: Float64Array; known: number; right: boolean };

/** Known words tell less than the score does; between 0.3 and 0.5 made no difference on texts of no intent. */
const KNOWN_SHARE = 0.4;
/** Shares of right answers given up for refusing what is of no intent. */
const GIVEN_UP = { lenient: 0.01, balanced: 0.07 };

/**
 * How familiar an ordinary example is to a model that has not seen it, and where strange begins. Taken from right answers
 * alone: nobody can write examples of everything that is not meant.
 */
export function fitFamiliarity(seen: Seen[], intents: string[]): IntentModel['unknown'] {
  const scale = {
    score: standardise(seen.map(({ scores }) => bestScore(scores, intents))),
    known: standardise(seen.map(({ known }) => known)),
  };
  const right = seen
    .filter((one) => one.right)
    .map(({ scores, known }) => measureFamiliarity(scores, known, intents, scale))
    .sort((a, b) => a - b);
  const at = (share: number) => right[Math.floor(share * right.length)] ?? 0;
  return { ...scale, threshold: at(GIVEN_UP.lenient), balanced: at(GIVEN_UP.balanced) };
}

/** In standard deviations: 0 is an ordinary example, well below it is a text of no intent. */
export function measureFamiliarity(
  scores: Float64Array,
  known: number,
  intents: string[],
  scale: Pick<IntentModel['unknown'], 'score' | 'known'>,
): number {
  const score = (bestScore(scores, intents) - scale.score.mean) / scale.score.spread;
  return score + (KNOWN_SHARE * (known - scale.known.mean)) / scale.known.spread;
}

/** Of the best intent; where `unknown` was taught and scores higher, by as much less. */
function bestScore(scores: Float64Array, intents: string[]): number {
  let best = Number.NEGATIVE_INFINITY;
  let unknown = Number.NEGATIVE_INFINITY;
  scores.forEach((score, index) => {
    if (intents[index] === UNKNOWN) unknown = score;
    else best = Math.max(best, score);
  });
  return best - Math.max(0, unknown - best);
}

function standardise(values: number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) || 1 };
}
