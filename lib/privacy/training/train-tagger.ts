import { labelCount, labels, labelTokens } from '../detection/label-tokens';
import { type Lexicon, lexiconClasses } from '../detection/lexicon';
import { featureBits, readFeatures, stepFeature } from '../detection/read-features';
import { tokenise } from '../detection/tokenise';
import type { Example } from './fill-templates';

const epochs = 6;
const margin = 3; // how much likelier nothing has to be before the weights are left as they are
const unlisted = 0.1;
const mistaken = 0.06;
const forgotten = 0.35; // share of names whose words are taken for unlisted ones, so that the lists are not all there is to learn

/** An averaged structured perceptron (Collins 2002); small whole numbers at the end. The same for the same examples. */
export function trainTagger(examples: Example[], lexicon: Lexicon): Int8Array {
  let state = 12345;
  const chance = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const size = (1 << featureBits) * labelCount;
  const weights = new Float32Array(size);
  const sums = new Float32Array(size);
  let clock = 1;
  const update = (row: number, label: number, by: number) => {
    weights[row * labelCount + label]! += by;
    sums[row * labelCount + label]! += by * clock;
  };
  const order = examples.map((_, at) => at);
  const prepared = examples.map((example) => prepare(example, lexicon, chance));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(chance() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const which of order) {
      const example = prepared[which]!;
      learn(example, labelTokens(example.features, weights, example.count, -margin), update);
      clock++;
    }
  }
  for (let at = 0; at < size; at++) weights[at] = weights[at]! - sums[at]! / clock;
  return quantise(weights);
}

type Prepared = ReturnType<typeof prepare>;

/** Moves the weights from the guessed labels towards the right ones, where they differ. */
function learn(
  { gold, features, count }: Prepared,
  path: Uint8Array,
  update: (row: number, label: number, by: number) => void,
): void {
  const { at, step, width } = features;
  for (let i = 0; i < count; i++) {
    const right = gold[i]!;
    const guess = path[i]!;
    for (let f = i * width; right !== guess && f < (i + 1) * width; f++) {
      update(at[f]!, right, 1);
      update(at[f]!, guess, -1);
    }
    const before = i === 0 ? 0 : gold[i - 1]!;
    const guessed = i === 0 ? 0 : path[i - 1]!;
    if (right === guess && before === guessed) continue;
    for (const row of [step[i * 2]!, step[i * 2 + 1]!, 0]) {
      update(stepFeature(row, before), right, 1);
      update(stepFeature(row, guessed), guess, -1);
    }
  }
}

/** Reads an example, with some names taken for unlisted ones and some common words for strange ones. */
function prepare({ text, spans }: Example, lexicon: Lexicon, chance: () => number) {
  const tokens = tokenise(text);
  const gold = new Uint8Array(tokens.length);
  const unknown = new Set<number>();
  for (const { kind, start, end } of spans) {
    const forget = chance() < forgotten;
    for (let at = 0; at < tokens.length; at++) {
      if (tokens[at]!.start >= end || tokens[at]!.end <= start) continue;
      gold[at] = labels.indexOf(kind);
      if (forget) unknown.add(at);
    }
  }
  // Outside the training sentences many common words are in no list, and some are in a list of names by chance.
  const strange = new Map<number, number>();
  for (let at = 0; at < tokens.length; at++) {
    const { lower, shape } = tokens[at]!;
    if (gold[at] !== 0 || lower.length < 4 || !/^[xX]/.test(shape)) continue;
    const roll = chance();
    if (roll < unlisted) strange.set(at, 0);
    else if (roll < unlisted + mistaken)
      strange.set(at, Math.floor(chance() * 32) | (chance() < 0.7 ? lexiconClasses.common : 0));
  }
  return { gold, features: readFeatures(tokens, lexicon, { unknown, strange }), count: tokens.length };
}

function quantise(weights: Float32Array): Int8Array {
  const sizes = weights
    .filter((one) => one !== 0)
    .map(Math.abs)
    .sort();
  // One in two thousand is cut off: the scale then serves the many.
  const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] ?? 1);
  return Int8Array.from(weights, (one) => Math.max(-127, Math.min(127, Math.round(one * scale))));
}
