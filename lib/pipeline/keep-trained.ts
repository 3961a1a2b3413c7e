import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type VersionExample, type VersionReport, versionExamplesSchema } from '../governance/intent.schema';
import { measureEce } from '../governance/measure-predictions';
import type { Tx } from '../platform/db';
import type { Train } from './training.schema';
import { classifyText } from './understanding/classify-text';
import { detectLanguage } from './understanding/detect-language';
import type { IntentModel } from './understanding/understanding.schema';

/** Trains on the examples a version took down and writes classifier and report into its row. */
export async function keepTrained(tx: Tx, versionId: string, train: Train): Promise<void> {
  const version = await tx.intentVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { examples: true },
  });
  const examples = versionExamplesSchema.parse(version.examples);
  const from = performance.now();
  const model = await train(examples.filter(({ use }) => use === 'train'));
  const trainedMs = Math.round(performance.now() - from);
  const report = reportOf(model, examples);
  // What is told of each example lies beside the classifier, not in it: every process loads the classifier.
  const packed = await promisify(gzip)(JSON.stringify({ ...model, report: { ...model.report, predictions: [] } }));
  await tx.intentVersion.updateMany({
    where: { id: versionId, state: 'training' },
    data: { state: 'ready', model: Uint8Array.from(packed), report, trainedMs, readyAt: new Date() },
  });
  await nameLanguages(tx);
}

/** The held-out figures, with what each example was taken for: one that taught by the fold without it, a test by the whole. */
export function reportOf(model: IntentModel, examples: VersionExample[]): VersionReport {
  const places = examples.flatMap(({ use }, at) => (use === 'train' ? [at] : []));
  const taught = model.report.predictions.map(({ at, ...taken }) => ({ ...taken, at: places[at]! }));
  const tested = examples.flatMap(({ use, text }, at) => {
    if (use !== 'test') return [];
    const [top] = classifyText(text, model).ranked;
    return top ? [{ at, intent: top.intent, probability: top.probability }] : [];
  });
  const isRight = ({ at, intent }: { at: number; intent: string }) => examples[at]?.intent === intent;
  const perIntent = model.report.perIntent.map(({ intent, examples: count, precision, recall }) => ({
    intent,
    examples: count,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }));
  const predictions = [...taught, ...tested].sort((a, b) => a.at - b.at);
  return {
    accuracy: model.report.accuracy,
    macroF1: perIntent.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, perIntent.length),
    ece: measureEce(
      taught.map(({ at, intent, probability }) => ({ meant: examples[at]!.intent, taken: intent, probability })),
    ),
    threshold: model.threshold,
    coverage: model.report.coverage,
    precision: model.report.precision,
    tests:
      tested.length === 0 ? null : { examples: tested.length, accuracy: tested.filter(isRight).length / tested.length },
    perIntent,
    predictions,
  };
}

/** Fills in the language of examples that came without one: shown in the list, and told once. */
async function nameLanguages(tx: Tx): Promise<void> {
  const rows = await tx.intentExample.findMany({ where: { language: null }, select: { id: true, text: true } });
  const byLanguage = Map.groupBy(rows, ({ text }) => detectLanguage(text));
  for (const [language, some] of byLanguage)
    await tx.intentExample.updateMany({ where: { id: { in: some.map(({ id }) => id) } }, data: { language } });
}
