import { buildMatrix, shareKnown, type Vocabulary } from './build-vectors';
import { toProbabilities } from './calibrate-scores';
import { extractFeatures } from './extract-features';
import { measureFamiliarity } from './measure-familiarity';
import { type PackedWeights, scorePacked, thawNumbers } from './pack-model';
import type { Classification, IntentModel } from './understanding.schema';

type Opened = { vocabulary: Vocabulary; weights: PackedWeights };

// Unpacking base64 takes milliseconds, a classification a fraction of one: once a model object is enough.
const opened = new WeakMap<IntentModel, Opened>();

/** Calibrated probability of every intent, the words that spoke for the first, and how familiar the text is. */
export function classifyText(text: string, model: IntentModel): Classification {
  const { vocabulary, weights } = openModel(model);
  const features = extractFeatures(text, model.reading);
  const { columns, values } = buildMatrix([features], vocabulary);
  const scores = scorePacked(columns, values, weights);
  const probabilities = toProbabilities(scores, model.sharpness);
  const ranked = model.intents
    .map((intent, index) => ({ intent, probability: probabilities[index]!, index }))
    .sort((a, b) => b.probability - a.probability);
  const top = ranked[0]!.index;

  const words: { name: string; weight: number }[] = [];
  for (const [key, name] of features.names) {
    const column = vocabulary.columns.get(key);
    if (column === undefined) continue;
    const weight = weights.steps[column * weights.width + top]! * vocabulary.idf[column]!;
    if (weight > 0) words.push({ name, weight });
  }
  words.sort((a, b) => b.weight - a.weight);

  let seen = 0;
  for (const key of features.characters.keys()) if (vocabulary.columns.has(key)) seen++;
  const known = shareKnown(features, vocabulary, { examples: model.trainedOn, reading: model.reading });

  return {
    ranked: ranked.map(({ intent, probability }) => ({ intent, probability })),
    words: words.slice(0, 5).map(({ name }) => name.replace(/_(\w+)_/g, '[$1]')),
    known: features.characters.size === 0 ? 0 : seen / features.characters.size,
    familiarity: measureFamiliarity(scores, known, model.intents, model.unknown),
  };
}

/** Unpacks a model ahead of the first message, so that no customer waits for it. */
export function openModel(model: IntentModel): Opened {
  const ready = opened.get(model);
  if (ready) return ready;
  const made = thawNumbers(model);
  opened.set(model, made);
  return made;
}
