import type { Matrix } from './build-vectors';

/** Feature-major, `weights[column * width + class]`, so that scoring a text reads one short run of memory a feature. */
export type LinearWeights = { weights: Float32Array; biases: Float32Array; width: number };
/** One multiplier a row and class: a fit on part of the rows that starts from them needs few rounds. */
export type Multipliers = Float32Array[];

type Options = {
  classes: number;
  random: () => number;
  rounds: number;
  /** Of the same rows, from a fit on more of them. */
  start?: Multipliers;
  onClass?: (share: number) => void;
};

/** The trade between a wide margin and few errors; 0.5 was worse and 2 no better on three sets. */
const COST = 1;
/** What squared hinge loss adds to the diagonal. */
const DIAGONAL = 0.5 / COST;

/**
 * One linear SVM a class against all others, squared hinge loss, by dual coordinate descent
 * (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008) with shrinking.
 * The bias is learned as one more feature that is always 1.
 */
export function fitLinear(
  matrix: Matrix,
  labels: ArrayLike<number>,
  options: Options,
): LinearWeights & { multipliers: Multipliers } {
  const { classes, onClass } = options;
  const weights = new Float32Array(matrix.width * classes);
  const biases = new Float32Array(classes);
  const multipliers: Multipliers = [];
  for (let target = 0; target < classes; target++) {
    const { weight, bias, alpha } = fitOne(matrix, labels, target, options);
    for (let column = 0; column < matrix.width; column++) weights[column * classes + target] = weight[column]!;
    biases[target] = bias;
    multipliers.push(alpha);
    onClass?.((target + 1) / classes);
  }
  return { weights, biases, width: classes, multipliers };
}

function fitOne(matrix: Matrix, labels: ArrayLike<number>, target: number, { random, rounds, start }: Options) {
  const { rows, starts, columns, values } = matrix;
  const weight = new Float64Array(matrix.width);
  const alpha = start ? Float32Array.from(start[target]!) : new Float32Array(rows);
  const order = Int32Array.from({ length: rows }, (_, index) => index);
  let bias = 0;
  if (start) for (let row = 0; row < rows; row++) move(row, alpha[row]!);

  let active = rows;
  let ceiling = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, active, random);
    let largest = Number.NEGATIVE_INFINITY;
    let smallest = Number.POSITIVE_INFINITY;
    for (let place = 0; place < active; place++) {
      const row = order[place]!;
      const gradient = slope(row);
      if (alpha[row] === 0 && gradient > ceiling) {
        active--;
        swap(order, place, active);
        place--;
        continue;
      }
      const projected = alpha[row] === 0 ? Math.min(gradient, 0) : gradient;
      largest = Math.max(largest, projected);
      smallest = Math.min(smallest, projected);
      improve(row, gradient);
    }
    const settled = largest - smallest < 0.1;
    if (settled && active === rows) break;
    // What was set aside gets one more look before the fit is called done.
    if (settled) active = rows;
    ceiling = !settled && largest > 0 ? largest : Number.POSITIVE_INFINITY;
  }
  return { weight, bias, alpha };

  function slope(row: number): number {
    const end = starts[row + 1]!;
    let score = bias;
    for (let at = starts[row]!; at < end; at++) score += weight[columns[at]!]! * values[at]!;
    return (labels[row] === target ? score : -score) - 1 + DIAGONAL * alpha[row]!;
  }

  function improve(row: number, gradient: number) {
    const before = alpha[row]!;
    // Rows have length 1 and the bias feature adds 1.
    alpha[row] = Math.max(before - gradient / (2 + DIAGONAL), 0);
    move(row, alpha[row]! - before);
  }

  function move(row: number, step: number) {
    if (step === 0) return;
    const by = labels[row] === target ? step : -step;
    const end = starts[row + 1]!;
    bias += by;
    for (let at = starts[row]!; at < end; at++) weight[columns[at]!]! += by * values[at]!;
  }
}

function shuffle(order: Int32Array, count: number, random: () => number) {
  for (let at = count - 1; at > 0; at--) swap(order, at, Math.floor(random() * (at + 1)));
}

function swap(order: Int32Array, left: number, right: number) {
  const kept = order[left]!;
  order[left] = order[right]!;
  order[right] = kept;
}

/** Raw score of each class for one row. */
export function scoreLinear(matrix: Matrix, row: number, { weights, biases, width }: LinearWeights): Float64Array {
  const scores = Float64Array.from(biases);
  const end = matrix.starts[row + 1]!;
  for (let at = matrix.starts[row]!; at < end; at++) {
    const offset = matrix.columns[at]! * width;
    const value = matrix.values[at]!;
    for (let target = 0; target < width; target++) scores[target]! += weights[offset + target]! * value;
  }
  return scores;
}
