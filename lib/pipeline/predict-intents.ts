import type { z } from 'zod';
import type { PredictBody, predictionsSchema } from '../governance/intents-api.schema';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { redactText } from '../privacy/redact-text';
import { readCatalogue } from '../tools/read-catalogue';
import { readLiveModel, readModel } from './read-intent-model';
import { classifyText } from './understanding/classify-text';
import { understandMessage } from './understanding/understand-message';

const mostRanked = 5;

/** What each text means to the live version, or to the one named. Texts are redacted first, as a customer's message is. */
export async function predictIntents({
  text: one,
  texts: more,
  version,
}: PredictBody): Promise<z.infer<typeof predictionsSchema>> {
  const { number, model } = version === undefined ? await readLiveModel() : await readNumbered(version);
  const texts = one === undefined ? more : [one, ...more];
  const now = new Date();
  return {
    version: number,
    predictions: texts.map((raw) => {
      const { text, tokens } = redactText(raw);
      const { wishes, language, entities } = understandMessage({
        text,
        history: [],
        now,
        model,
        resolve: (placeholder) => tokens[placeholder]?.value,
        products: readCatalogue(),
      });
      const [first] = wishes as [(typeof wishes)[0]];
      const sure = wishes.toSorted((a, b) => b.probability - a.probability)[0] ?? first;
      return {
        intent: sure.intent,
        probability: sure.probability,
        ranked: classifyText(text, model).ranked.slice(0, mostRanked),
        wishes: wishes.map(({ intent, probability, text: said }) => ({ intent, probability, text: said })),
        language,
        entities: entities.map(({ kind, value, start, end, sure: certainty }) => ({
          kind,
          value,
          start,
          end,
          sure: certainty,
        })),
        words: sure.words,
      };
    }),
  };
}

async function readNumbered(number: number) {
  const version = await db().intentVersion.findUnique({ where: { number }, select: { id: true } });
  if (!version) throw new AppError('not_found', `There is no version ${number}.`);
  return { number, model: await readModel(version.id) };
}
