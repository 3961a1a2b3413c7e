import {
  chooseAutonomous,
  chooseIntentThreshold,
  chooseThreshold,
  fitSharpness,
  shareRightFrom,
  toProbabilities,
} from './calibrate-scores';
import { classifyText } from './classify-text';
import { detectLanguage } from './detect-language';
import { chooseReading, extractFeatures } from './extract-features';
import { fitModel, type HeldOut, scoreHeldOut } from './fit-model';
import { fitFamiliarity } from './measure-familiarity';
import { isAccepted, type JudgedPrediction, measurePredictions } from './measure-predictions';
import { freezeNumbers, packWeights } from './pack-model';
import { type Example, type IntentModel, modelVersion, UNKNOWN } from './understanding.schema';

export type TrainOptions = {
  seed?: number;
  folds?: number;
  /** Told the share done, 0 … 1. Training is synchronous: whoever must stay responsive runs it in a thread of its own. */
  onProgress?: (share: number) => void;
};

/**
 * Trains on labelled utterances; the label `unknown` marks what no intent means, `use: 'test'` what is only measured on.
 * The same examples and seed give the same model, byte for byte.
 * @throws RangeError when fewer than two labels have examples to train on.
 */
export function trainClassifier(
  examples: Example[],
  { seed = 1, folds, onProgress = () => undefined }: TrainOptions = {},
): IntentModel {
  const rows = examples.map(({ use }, index) => ({ use, index }));
  const taught = rows.filter(({ use }) => use !== 'test').map(({ index }) => index);
  const intents = [...new Set(taught.map((index) => examples[index]!.intent))].sort();
  if (intents.length < 2) throw new RangeError('trainClassifier: examples of at least two intents are needed');
  const position = new Map(intents.map((intent, index) => [intent, index]));
  const labels = taught.map((index) => position.get(examples[index]!.intent)!);
  const reading = chooseReading(taught.length);
  const documents = taught.map((index) => extractFeatures(examples[index]!.text, reading));
  const random = makeRandom(seed);

  const fitted = fitModel(documents, labels, intents.length, random, {
    reading,
    tell: (share) => onProgress(share * 0.4),
  });
  const heldOut = scoreHeldOut(documents, labels, intents.length, random, {
    reading,
    // With many examples three folds say as much as five, and cost half of the time.
    folds: folds ?? (taught.length > 4_000 ? 3 : 5),
    order: orderByText(taught.map((index) => examples[index]!.text)),
    start: fitted.multipliers,
    tell: (share) => onProgress(0.4 + share * 0.58),
  });
  const model: IntentModel = {
    version: modelVersion,
    intents,
    languages: findLanguages(taught.map((index) => examples[index]!)),
    trainedOn: taught.length,
    reading,
    ...freezeNumbers(fitted.vocabulary, packWeights(fitted.weights)),
    ...calibrate(heldOut, taught, intents),
  };
  const test = measureTest(examples, model);
  onProgress(1);
  return test ? { ...model, test } : model;
}

/**
 * An order that only hangs on what the texts say: with ten examples more nearly every other is held out with the same
 * ones as before, and what two versions took it for can be compared.
 */
function orderByText(texts: string[]): number[] {
  const keys = texts.map(hashText);
  return keys.map((_, row) => row).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

/** FNV-1a, mixed once more: texts that differ in their last letter must not stand beside each other. */
function hashText(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

type Calibrated = Pick<IntentModel, 'sharpness' | 'threshold' | 'unknown' | 'autonomous' | 'report'>;

function calibrate(heldOut: HeldOut[], taught: number[], intents: string[]): Calibrated {
  const sharpness = fitSharpness(heldOut);
  const read = heldOut.map(({ scores, label, known }, row) => {
    const probabilities = toProbabilities(scores, sharpness);
    const top = probabilities.indexOf(Math.max(...probabilities));
    return { at: taught[row]!, scores, known, label, top, probability: probabilities[top]!, right: top === label };
  });
  const unknown = intents.indexOf(UNKNOWN);
  const threshold = chooseThreshold(
    read.map((one) => ({ ...one, saysUnknown: one.top === unknown, isUnknown: one.label === unknown })),
  );
  const known = read.filter(({ label }) => label !== unknown);
  const meant = read.filter(({ top }) => top !== unknown);
  const autonomous = chooseAutonomous(meant);
  const rightFrom = shareRightFrom(meant);
  const predictions: JudgedPrediction[] = read.map(({ at, label, top, probability }) => {
    const intent = intents[top]!;
    return { at, label: intents[label]!, intent, probability, accepted: isAccepted(intent, probability, threshold) };
  });
  const perIntent = new Map(
    intents.map((intent, which) => [
      intent,
      intent === UNKNOWN
        ? null
        : chooseIntentThreshold(
            meant.filter(({ top }) => top === which),
            rightFrom,
          ),
    ]),
  );
  return {
    sharpness,
    threshold,
    unknown: fitFamiliarity(known, intents),
    autonomous,
    report: measurePredictions(predictions, intents, { autonomous, perIntent }),
  };
}

function measureTest(examples: Example[], model: IntentModel): IntentModel['test'] {
  const predictions = examples.flatMap(({ text, intent: label, use }, at): JudgedPrediction[] => {
    if (use !== 'test') return [];
    const { intent, probability } = classifyText(text, model).ranked[0]!;
    return [{ at, label, intent, probability, accepted: isAccepted(intent, probability, model.threshold) }];
  });
  if (predictions.length === 0) return undefined;
  // An intent that was never taught cannot be understood, and its test examples say so.
  const intents = [...new Set([...model.intents, ...predictions.map(({ label }) => label)])].sort();
  const perIntent = new Map(model.report.perIntent.map(({ intent, threshold }) => [intent, threshold]));
  return measurePredictions(predictions, intents, { autonomous: model.autonomous, perIntent });
}

/** A sample is enough: a language is either taught in earnest or not at all. */
function findLanguages(examples: Example[]): string[] {
  const step = Math.max(1, Math.floor(examples.length / 500));
  const counts = new Map<string, number>();
  let looked = 0;
  for (let at = 0; at < examples.length; at += step) {
    const language = detectLanguage(examples[at]!.text);
    if (language === 'und') continue;
    looked++;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count / looked >= 0.05)
    .map(([language]) => language)
    .sort();
}

/** mulberry32: training has to come out the same every time, which Math.random cannot promise. */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
