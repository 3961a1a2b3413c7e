import { buildMatrix, buildVocabulary, type Matrix, shareKnown, type Vocabulary } from './build-vectors';
import { type Features, MANY_EXAMPLES, type Reading } from './extract-features';
import { fitLinear, type LinearWeights, type Multipliers, scoreLinear } from './fit-linear';
import { fitLowRank, WAIST } from './fit-low-rank';

/** What a model that had not seen a text made of it. */
export type HeldOut = { scores: Float64Array; label: number; known: number };
export type Fitted = { vocabulary: Vocabulary; weights: LinearWeights; multipliers: Multipliers };

type Tell = (share: number) => void;

// Raw scores of the machines lie around -1 … 1, those of the softmax around -5 … 5: so weighted, both have the same say.
const MACHINE_SHARE = 6;
const STRAIGHT_ROUNDS = { few: 40, many: 8 };
/** From the whole fit's multipliers, a fold's fit is nearly there. */
const FOLD_ROUNDS = 3;
/** Examples times rounds; beyond it, softmax learns the examples by heart. */
const SOFTMAX_STEPS = 60_000;
const SOFTMAX_ROUNDS = { least: 6, most: 15 };

/**
 * Words to weights: the sum of one SVM a class and a low-rank softmax over the same features, which is again linear.
 * With no more classes than the waist is wide nothing has to be shared, and the softmax adds only noise.
 */
export function fitModel(
  documents: Features[],
  labels: number[],
  classes: number,
  random: () => number,
  { reading, start, tell }: { reading: Reading; start?: Multipliers; tell?: Tell },
): Fitted {
  const vocabulary = buildVocabulary(documents, reading);
  const matrix = buildMatrix(documents, vocabulary);
  const many = documents.length >= MANY_EXAMPLES;
  const rounds = !many ? STRAIGHT_ROUNDS.few : start ? FOLD_ROUNDS : STRAIGHT_ROUNDS.many;
  const machines = fitLinear(matrix, labels, {
    classes,
    random,
    rounds,
    start: many ? start : undefined,
    onClass: (share) => tell?.(share * 0.6),
  });
  const summed: LinearWeights =
    classes > WAIST ? addSoftmax(machines, fitSoftmax(matrix, labels, classes, random, tell)) : machines;
  return { vocabulary, weights: summed, multipliers: machines.multipliers };
}

function fitSoftmax(matrix: Matrix, labels: number[], classes: number, random: () => number, tell?: Tell) {
  const rounds = Math.round(SOFTMAX_STEPS / matrix.rows);
  return fitLowRank(matrix, labels, {
    classes,
    random,
    rounds: Math.min(SOFTMAX_ROUNDS.most, Math.max(SOFTMAX_ROUNDS.least, rounds)),
    onRound: (share) => tell?.(0.6 + share * 0.4),
  });
}

function addSoftmax(machines: LinearWeights, softmax: LinearWeights): LinearWeights {
  return {
    weights: softmax.weights.map((weight, at) => weight + MACHINE_SHARE * machines.weights[at]!),
    biases: softmax.biases.map((bias, at) => bias + MACHINE_SHARE * machines.biases[at]!),
    width: machines.width,
  };
}

/** Every example as read by a model that was not shown it. */
export function scoreHeldOut(
  documents: Features[],
  labels: number[],
  classes: number,
  random: () => number,
  {
    reading,
    folds,
    order,
    start,
    tell,
  }: {
    reading: Reading;
    folds: number;
    /** The rows, in an order that does not hang on their places. */
    order: number[];
    start: Multipliers;
    tell?: Tell;
  },
): HeldOut[] {
  const foldOf = assignFolds(labels, folds, order);
  const heldOut: HeldOut[] = new Array(documents.length);
  for (let fold = 0; fold < folds; fold++) {
    const rows = labels.map((_, row) => row);
    const inside = rows.filter((row) => foldOf[row] !== fold);
    const outside = rows.filter((row) => foldOf[row] === fold);
    const fitted = fitModel(
      inside.map((row) => documents[row]!),
      inside.map((row) => labels[row]!),
      classes,
      random,
      {
        reading,
        start: start.map((multipliers) => Float32Array.from(inside, (row) => multipliers[row]!)),
        tell: (share) => tell?.((fold + share) / folds),
      },
    );
    const matrix = buildMatrix(
      outside.map((row) => documents[row]!),
      fitted.vocabulary,
    );
    outside.forEach((row, at) => {
      heldOut[row] = {
        scores: scoreLinear(matrix, at, fitted.weights),
        label: labels[row]!,
        known: shareKnown(documents[row]!, fitted.vocabulary, { examples: inside.length, reading }),
      };
    });
  }
  return heldOut;
}

/** Each label is spread evenly over the folds, so that a rare intent is never wholly held out. */
function assignFolds(labels: number[], folds: number, order: number[]): number[] {
  const foldOf = new Array<number>(labels.length);
  const next = new Map<number, number>();
  for (const index of order) {
    const label = labels[index]!;
    const turn = next.get(label) ?? label;
    foldOf[index] = turn % folds;
    next.set(label, turn + 1);
  }
  return foldOf;
}
