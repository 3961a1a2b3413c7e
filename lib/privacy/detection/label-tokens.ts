import { nameKinds } from '../privacy.schema';
import { type Features, stepFeature } from './read-features';

export const labels = ['NONE', ...nameKinds] as const;
export const labelCount = labels.length;
export type Weights = Int8Array | Float32Array;

/** The likeliest row of labels under the weights (Viterbi). Linear in the number of words. `doubt` is what a name has to be better by. */
export function labelTokens(features: Features, weights: Weights, count: number, doubt = 0): Uint8Array {
  const { width, at, step } = features;
  const back = new Uint8Array(count * labelCount);
  let scores = new Float64Array(labelCount);
  let next = new Float64Array(labelCount);
  const own = new Float64Array(labelCount);
  for (let i = 0; i < count; i++) {
    own.fill(-doubt);
    own[0] = 0;
    for (let f = i * width, end = f + width; f < end; f++) {
      const row = at[f]! * labelCount;
      for (let label = 0; label < labelCount; label++) own[label]! += weights[row + label]!;
    }
    next.fill(Number.NEGATIVE_INFINITY);
    const befores = i === 0 ? 1 : labelCount;
    for (let before = 0; before < befores; before++) {
      const first = stepFeature(step[i * 2]!, before) * labelCount;
      const second = stepFeature(step[i * 2 + 1]!, before) * labelCount;
      const third = stepFeature(0, before) * labelCount;
      for (let label = 0; label < labelCount; label++) {
        const score = scores[before]! + weights[first + label]! + weights[second + label]! + weights[third + label]!;
        if (score > next[label]!) {
          next[label] = score;
          back[i * labelCount + label] = before;
        }
      }
    }
    for (let label = 0; label < labelCount; label++) next[label]! += own[label]!;
    [scores, next] = [next, scores];
  }
  const path = new Uint8Array(count);
  let best = 0;
  for (let label = 1; label < labelCount; label++) if (scores[label]! > scores[best]!) best = label;
  for (let i = count - 1; i >= 0; i--) {
    path[i] = best;
    best = back[i * labelCount + best]!;
  }
  return path;
}
