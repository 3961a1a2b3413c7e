import { db } from '../platform/db';
import { trainClassifier } from './understanding/train-classifier';
import type { IntentModel } from './understanding/understanding.schema';

const lookMs = 1_000;

let kept: { stamp: string; model: IntentModel } | undefined;
let looked = 0;
let looking: Promise<IntentModel> | undefined;

/** The classifier for the intents as they stand, trained when their examples changed (about a second for a thousand). */
export async function readIntentModel(now = Date.now()): Promise<IntentModel> {
  if (kept && now - looked < lookMs) return kept.model;
  looking ??= refresh().finally(() => {
    looking = undefined;
    looked = Date.now();
  });
  return looking;
}

/** Which examples the model was trained on, for the trace. */
export const intentStamp = (): string => kept?.stamp ?? 'none';

async function refresh(): Promise<IntentModel> {
  const state = await db().intent.aggregate({ _count: true, _max: { updatedAt: true } });
  const stamp = `${state._count} intents, ${state._max.updatedAt?.toISOString().slice(0, 19).replace('T', ' ') ?? 'never trained'}`;
  if (kept?.stamp === stamp) return kept.model;
  const intents = await db().intent.findMany({
    orderBy: { key: 'asc' },
    select: { key: true, examples: { where: { use: 'train' }, orderBy: { id: 'asc' }, select: { text: true } } },
  });
  const model = trainClassifier(
    intents.flatMap((intent) => intent.examples.map(({ text }) => ({ text, intent: intent.key }))),
  );
  kept = { stamp, model };
  return model;
}
