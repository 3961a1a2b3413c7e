import type { SparseVector } from './build-vectors';

export type LinearWeights = { weights: Float32Array; biases: Float32Array; width: number };

type Options = { classes: number; columns: number; random: () => number; cost?: number; rounds?: number };

/**
 * One linear SVM a class against all others, squared hinge loss, by dual coordinate descent
 * (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008) with shrinking.
 * The bias is learned as one more feature that is always 1.
 */
export function fitLinear(vectors: SparseVector[], labels: number[], options: Options): LinearWeights {
  const { classes, columns } = options;
  const weights = new Float32Array(columns * classes);
  const biases = new Float32Array(classes);
  for (let target = 0; target < classes; target++) {
    const { weight, bias } = fitOne(vectors, labels, target, options);
    // Feature-major, so that scoring a text reads one short run of memory a feature.
    for (let column = 0; column < columns; column++) weights[column * classes + target] = weight[column]!;
    biases[target] = bias;
  }
  return { weights, biases, width: classes };
}

function fitOne(vectors: SparseVector[], labels: number[], target: number, options: Options) {
  const { columns, random, cost = 1, rounds = 40 } = options;
  const weight = new Float64Array(columns);
  let bias = 0;
  const alpha = new Float64Array(vectors.length);
  const diagonal = 0.5 / cost;
  const order = Int32Array.from(vectors, (_, index) => index);
  let active = vectors.length;
  let ceiling = Number.POSITIVE_INFINITY;

  for (let round = 0; round < rounds; round++) {
    for (let at = active - 1; at > 0; at--) swap(order, at, Math.floor(random() * (at + 1)));
    let largest = Number.NEGATIVE_INFINITY;
    let smallest = Number.POSITIVE_INFINITY;
    for (let at = 0; at < active; at++) {
      const row = order[at]!;
      const vector = vectors[row]!;
      const before = alpha[row]!;
      const sign = labels[row] === target ? 1 : -1;
      const gradient = sign * (bias + dot(weight, vector)) - 1 + diagonal * before;
      if (before === 0 && gradient > ceiling) {
        active--;
        swap(order, at, active);
        at--;
        continue;
      }
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      largest = Math.max(largest, projected);
      smallest = Math.min(smallest, projected);
      // Vectors have length 1 and the bias feature adds 1.
      const after = Math.max(before - gradient / (2 + diagonal), 0);
      if (after === before) continue;
      alpha[row] = after;
      bias += (after - before) * sign;
      addScaled(weight, vector, (after - before) * sign);
    }
    if (largest - smallest < 0.1) {
      if (active === vectors.length) break;
      // What was set aside gets one more look before the fit is called done.
      active = vectors.length;
      ceiling = Number.POSITIVE_INFINITY;
      continue;
    }
    ceiling = largest > 0 ? largest : Number.POSITIVE_INFINITY;
  }
  return { weight, bias };
}

function dot(weight: Float64Array, { columns, values }: SparseVector): number {
  let sum = 0;
  for (let index = 0; index < columns.length; index++) sum += weight[columns[index]!]! * values[index]!;
  return sum;
}

function addScaled(weight: Float64Array, { columns, values }: SparseVector, by: number) {
  for (let index = 0; index < columns.length; index++) weight[columns[index]!]! += by * values[index]!;
}

function swap(order: Int32Array, left: number, right: number) {
  const kept = order[left]!;
  order[left] = order[right]!;
  order[right] = kept;
}

/** Raw score of each class. */
export function scoreLinear(
  { columns, values }: SparseVector,
  { weights, biases, width }: LinearWeights,
): Float64Array {
  const scores = Float64Array.from(biases);
  for (let index = 0; index < columns.length; index++) {
    const offset = columns[index]! * width;
    const value = values[index]!;
    for (let target = 0; target < width; target++) scores[target]! += weights[offset + target]! * value;
  }
  return scores;
}
