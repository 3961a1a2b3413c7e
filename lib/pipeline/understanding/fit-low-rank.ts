import type { Matrix } from './build-vectors';
import type { LinearWeights } from './fit-linear';

type Options = { classes: number; random: () => number; rounds: number; onRound?: (share: number) => void };

/** Every feature gets a place in this many dimensions, learnt from all classes at once; 64 and 128 were no better. */
export const WAIST = 32;
const RATE = 0.1;
const INNER_START = 0.3;
/** A class this far from being an error teaches nothing worth its time. */
const LEAST_ERROR = 1e-3;

/**
 * Softmax regression through a narrow waist, by stochastic gradient descent with AdaGrad (one step size a feature).
 * The waist makes words that mean alike share what either has learnt, which one machine a class cannot;
 * it errs elsewhere than they do. The product of its two layers is again one weight a feature and class.
 */
export function fitLowRank(matrix: Matrix, labels: ArrayLike<number>, options: Options): LinearWeights {
  const { classes, random, rounds, onRound } = options;
  const { rows, width, starts, columns, values } = matrix;
  const inner = draw(width * WAIST, INNER_START, random);
  const spread = Math.sqrt(6 / (WAIST + classes));
  const outer = draw(classes * WAIST, spread, random);
  const biases = new Float64Array(classes);
  const innerSquares = new Float64Array(width);
  const outerSquares = new Float64Array(classes);
  const waist = new Float64Array(WAIST);
  const back = new Float64Array(WAIST);
  const chances = new Float64Array(classes);
  const order = Int32Array.from({ length: rows }, (_, index) => index);

  for (let round = 0; round < rounds; round++) {
    const rate = RATE * (1 - (0.9 * round) / rounds);
    shuffle(order, random);
    for (let place = 0; place < rows; place++) {
      const row = order[place]!;
      narrow(row);
      predict();
      learnOuter(labels[row]!, rate);
      learnInner(row, rate);
    }
    onRound?.((round + 1) / rounds);
  }
  return { weights: multiply(inner, outer, width, classes), biases: Float32Array.from(biases), width: classes };

  function narrow(row: number) {
    waist.fill(0);
    const end = starts[row + 1]!;
    for (let at = starts[row]!; at < end; at++) {
      const value = values[at]!;
      const offset = columns[at]! * WAIST;
      // Four at a time: the loop's own cost is most of it otherwise.
      for (let place = 0; place < WAIST; place += 4) {
        waist[place]! += inner[offset + place]! * value;
        waist[place + 1]! += inner[offset + place + 1]! * value;
        waist[place + 2]! += inner[offset + place + 2]! * value;
        waist[place + 3]! += inner[offset + place + 3]! * value;
      }
    }
  }

  function predict() {
    let top = Number.NEGATIVE_INFINITY;
    for (let target = 0; target < classes; target++) {
      let score = biases[target]!;
      const offset = target * WAIST;
      for (let place = 0; place < WAIST; place++) score += outer[offset + place]! * waist[place]!;
      chances[target] = score;
      if (score > top) top = score;
    }
    let sum = 0;
    for (let target = 0; target < classes; target++) {
      chances[target] = Math.exp(chances[target]! - top);
      sum += chances[target]!;
    }
    for (let target = 0; target < classes; target++) chances[target]! /= sum;
  }

  function learnOuter(label: number, rate: number) {
    back.fill(0);
    let size = 0;
    for (let place = 0; place < WAIST; place++) size += waist[place]! * waist[place]!;
    size /= WAIST;
    for (let target = 0; target < classes; target++) {
      const error = chances[target]! - (target === label ? 1 : 0);
      if (error < LEAST_ERROR && error > -LEAST_ERROR) continue;
      const offset = target * WAIST;
      outerSquares[target]! += error * error * size;
      const step = (rate * error) / Math.sqrt(outerSquares[target]! + 1e-6);
      biases[target]! -= 0.3 * step;
      for (let place = 0; place < WAIST; place++) {
        const weight = outer[offset + place]!;
        back[place]! += error * weight;
        outer[offset + place] = weight - step * waist[place]!;
      }
    }
  }

  function learnInner(row: number, rate: number) {
    let size = 0;
    for (let place = 0; place < WAIST; place++) size += back[place]! * back[place]!;
    size /= WAIST;
    if (size < 1e-9) return;
    const end = starts[row + 1]!;
    for (let at = starts[row]!; at < end; at++) {
      const value = values[at]!;
      const column = columns[at]!;
      const offset = column * WAIST;
      innerSquares[column]! += value * value * size;
      const step = (rate * value) / Math.sqrt(innerSquares[column]! + 1e-7);
      for (let place = 0; place < WAIST; place += 4) {
        inner[offset + place]! -= step * back[place]!;
        inner[offset + place + 1]! -= step * back[place + 1]!;
        inner[offset + place + 2]! -= step * back[place + 2]!;
        inner[offset + place + 3]! -= step * back[place + 3]!;
      }
    }
  }
}

/** A plain loop: Array.from over millions takes longer than a round of learning. */
function draw(length: number, spread: number, random: () => number): Float32Array {
  const drawn = new Float32Array(length);
  for (let at = 0; at < length; at++) drawn[at] = (random() * 2 - 1) * spread;
  return drawn;
}

function multiply(inner: Float32Array, outer: Float32Array, width: number, classes: number): Float32Array {
  const weights = new Float32Array(width * classes);
  for (let column = 0; column < width; column++)
    for (let target = 0; target < classes; target++) {
      let sum = 0;
      for (let place = 0; place < WAIST; place++)
        sum += inner[column * WAIST + place]! * outer[target * WAIST + place]!;
      weights[column * classes + target] = sum;
    }
  return weights;
}

function shuffle(order: Int32Array, random: () => number) {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
}
