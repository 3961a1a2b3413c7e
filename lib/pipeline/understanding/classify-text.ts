import { buildVector, type Vocabulary } from './build-vectors';
import { toProbabilities } from './calibrate-scores';
import { extractFeatures } from './extract-features';
import { type LinearWeights, scoreLinear } from './fit-linear';
import type { Classification, IntentModel } from './understanding.schema';

type Opened = { vocabulary: Vocabulary; linear: LinearWeights };

// Unpacking base64 takes milliseconds, a classification a fraction of one: once a model object is enough.
const opened = new WeakMap<IntentModel, Opened>();

/** Calibrated probability of every intent, and the words that spoke for the first. */
export function classifyText(text: string, model: IntentModel): Classification {
  const { vocabulary, linear } = openModel(model);
  const features = extractFeatures(text);
  const vector = buildVector(features, vocabulary);
  const probabilities = toProbabilities(scoreLinear(vector, linear), model.sharpness);
  const ranked = model.intents
    .map((intent, index) => ({ intent, probability: probabilities[index]!, index }))
    .sort((a, b) => b.probability - a.probability);
  const top = ranked[0]!.index;

  const words: { name: string; weight: number }[] = [];
  for (const [key, name] of features.names) {
    const column = vocabulary.columns.get(key);
    if (column === undefined) continue;
    const weight = linear.weights[column * linear.width + top]! * vocabulary.idf[column]!;
    if (weight > 0) words.push({ name, weight });
  }
  words.sort((a, b) => b.weight - a.weight);

  let seen = 0;
  for (const key of features.characters.keys()) if (vocabulary.columns.has(key)) seen++;

  return {
    ranked: ranked.map(({ intent, probability }) => ({ intent, probability })),
    words: words.slice(0, 5).map(({ name }) => name.replace(/_(\w+)_/g, '[$1]')),
    known: features.characters.size === 0 ? 0 : seen / features.characters.size,
  };
}

/** Unpacks a model ahead of the first message, so that no customer waits for it. */
export function openModel(model: IntentModel): Opened {
  const ready = opened.get(model);
  if (ready) return ready;
  const features = new Uint32Array(fromBase64(model.features));
  const columns = new Map<number, number>();
  features.forEach((feature, column) => {
    columns.set(feature, column);
  });
  const made: Opened = {
    vocabulary: { columns, idf: new Float32Array(fromBase64(model.idf)) },
    linear: {
      weights: new Float32Array(fromBase64(model.weights)),
      biases: new Float32Array(fromBase64(model.biases)),
      width: model.intents.length,
    },
  };
  opened.set(model, made);
  return made;
}

/** A copy of its own: a Buffer may start anywhere in a shared block, a typed array needs its alignment. */
function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
}
