import { buildVector, buildVocabulary, type SparseVector } from './build-vectors';
import { chooseThreshold, fitSharpness, type HeldOut, measureReliability, toProbabilities } from './calibrate-scores';
import { detectLanguage } from './detect-language';
import { extractFeatures, type Features } from './extract-features';
import { fitLinear, scoreLinear } from './fit-linear';
import { type Example, type IntentModel, UNKNOWN } from './understanding.schema';

/**
 * Trains on labelled utterances; the label `unknown` marks what no intent means.
 * The same examples and seed give the same model, byte for byte.
 * @throws RangeError when fewer than two labels have examples.
 */
export function trainClassifier(
  examples: Example[],
  { seed = 1, folds }: { seed?: number; folds?: number } = {},
): IntentModel {
  const intents = [...new Set(examples.map(({ intent }) => intent))].sort();
  if (intents.length < 2) throw new RangeError('trainClassifier: examples of at least two intents are needed');
  const position = new Map(intents.map((intent, index) => [intent, index]));
  const labels = examples.map(({ intent }) => position.get(intent)!);
  const documents = examples.map(({ text }) => extractFeatures(text));
  const random = makeRandom(seed);

  // With many examples three folds say as much as five, and cost half of the time.
  const heldOut = scoreHeldOut(documents, labels, intents.length, folds ?? (examples.length > 4_000 ? 3 : 5), random);
  const sharpness = fitSharpness(heldOut);
  const { model } = fitAll(documents, labels, intents.length, random);

  return {
    version: 1,
    intents,
    languages: findLanguages(examples),
    features: toBase64(Uint32Array.from(model.vocabulary.columns.keys())),
    idf: toBase64(model.vocabulary.idf),
    weights: toBase64(model.linear.weights),
    biases: toBase64(model.linear.biases),
    sharpness,
    ...report(heldOut, intents, sharpness),
  };
}

function scoreHeldOut(
  documents: Features[],
  labels: number[],
  classes: number,
  folds: number,
  random: () => number,
): HeldOut[] {
  const foldOf = assignFolds(labels, folds, random);
  const heldOut: HeldOut[] = new Array(documents.length);
  for (let fold = 0; fold < folds; fold++) {
    const inside = documents.filter((_, index) => foldOf[index] !== fold);
    const insideLabels = labels.filter((_, index) => foldOf[index] !== fold);
    const { model } = fitAll(inside, insideLabels, classes, random);
    documents.forEach((document, index) => {
      if (foldOf[index] !== fold) return;
      const scores = scoreLinear(buildVector(document, model.vocabulary), model.linear);
      heldOut[index] = { scores, label: labels[index]! };
    });
  }
  return heldOut;
}

/** Each label is spread evenly over the folds, so that a rare intent is never wholly held out. */
function assignFolds(labels: number[], folds: number, random: () => number): number[] {
  const foldOf = new Array<number>(labels.length);
  const next = new Map<number, number>();
  const order = labels.map((_, index) => index);
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  for (const index of order) {
    const label = labels[index]!;
    const turn = next.get(label) ?? label;
    foldOf[index] = turn % folds;
    next.set(label, turn + 1);
  }
  return foldOf;
}

function fitAll(documents: Features[], labels: number[], classes: number, random: () => number) {
  const vocabulary = buildVocabulary(documents);
  const vectors: SparseVector[] = documents.map((document) => buildVector(document, vocabulary));
  const linear = fitLinear(vectors, labels, { classes, columns: vocabulary.columns.size, random });
  return { model: { vocabulary, linear } };
}

function report(heldOut: HeldOut[], intents: string[], sharpness: number): Pick<IntentModel, 'threshold' | 'report'> {
  const unknown = intents.indexOf(UNKNOWN);
  const predictions = heldOut.map(({ scores, label }) => {
    const probabilities = toProbabilities(scores, sharpness);
    const top = probabilities.indexOf(Math.max(...probabilities));
    return {
      label,
      top,
      probability: probabilities[top]!,
      right: top === label,
      saysUnknown: top === unknown,
      isUnknown: label === unknown,
    };
  });
  const threshold = chooseThreshold(predictions);
  const accepted = predictions.filter(({ saysUnknown, probability }) => !saysUnknown && probability >= threshold);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    threshold,
    report: {
      examples: heldOut.length,
      accuracy: share(predictions.filter(({ right }) => right).length, predictions.length),
      ...measureReliability(predictions),
      predictions: predictions.map(({ top, probability }, at) => ({ at, intent: intents[top]!, probability })),
      coverage: share(accepted.length, predictions.length),
      precision: share(accepted.filter(({ right }) => right).length, accepted.length),
      perIntent: intents.map((intent, index) => {
        const mine = predictions.filter(({ label }) => label === index);
        const said = predictions.filter(({ top }) => top === index);
        const right = mine.filter((prediction) => prediction.right).length;
        return {
          intent,
          examples: mine.length,
          recall: share(right, mine.length),
          precision: share(right, said.length),
        };
      }),
    },
  };
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

function toBase64(array: Uint32Array | Float32Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
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
