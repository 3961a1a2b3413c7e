import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type VersionReport, versionExamplesSchema } from '../governance/intent.schema';
import type { Tx } from '../platform/db';
import type { Train } from './training.schema';
import { detectLanguage } from './understanding/detect-language';
import type { IntentModel } from './understanding/understanding.schema';

/** Trains on the examples a version took down and writes classifier and report into its row. */
export async function keepTrained(tx: Tx, versionId: string, train: Train): Promise<IntentModel> {
  const version = await tx.intentVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { examples: true },
  });
  const examples = versionExamplesSchema.parse(version.examples);
  const from = performance.now();
  const model = await train(examples);
  const trainedMs = Math.round(performance.now() - from);
  const packed = await promisify(gzip)(JSON.stringify(model));
  const data = { model: Uint8Array.from(packed), report: reportOf(model), trainedMs };
  const { count } = await tx.intentVersion.updateMany({
    where: { id: versionId, state: 'training' },
    data: { ...data, state: 'ready', readyAt: new Date() },
  });
  // One that was ready before stays what it is: live, or kept for the way back.
  if (count === 0) await tx.intentVersion.updateMany({ where: { id: versionId }, data });
  await nameLanguages(tx);
  return model;
}

/** What is told of a version: held out, each example read by a model that was not shown it, a test by the whole. */
export function reportOf({ report, test, threshold }: IntentModel): VersionReport {
  return {
    accuracy: report.accuracy,
    macroF1: report.macroF1,
    ece: report.ece,
    threshold,
    tests: test ? { examples: test.examples, accuracy: test.accuracy } : null,
    perIntent: report.perIntent.map(({ intent, examples, precision, recall, f1, ece, reliability }) => ({
      intent,
      examples,
      precision,
      recall,
      f1,
      ece,
      reliability,
    })),
    confusion: report.confusion,
    predictions: [...report.predictions, ...(test?.predictions ?? [])].sort((a, b) => a.at - b.at),
  };
}

/** Fills in the language of examples that came without one: shown in the list, and told once. */
async function nameLanguages(tx: Tx): Promise<void> {
  const rows = await tx.intentExample.findMany({ where: { language: null }, select: { id: true, text: true } });
  const byLanguage = Map.groupBy(rows, ({ text }) => detectLanguage(text));
  for (const [language, some] of byLanguage)
    await tx.intentExample.updateMany({ where: { id: { in: some.map(({ id }) => id) } }, data: { language } });
}
