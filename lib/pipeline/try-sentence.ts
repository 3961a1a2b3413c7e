import type { Tried } from '../governance/intent-view.schema';
import { readCurrent } from '../governance/list-versions';
import { db } from '../platform/db';
import { redactText } from '../privacy/redact-text';
import { readCatalogue } from '../tools/read-catalogue';
import { readLiveModel, readModel } from './read-intent-model';
import { classifyText } from './understanding/classify-text';
import { understandMessage } from './understanding/understand-message';
import type { IntentModel } from './understanding/understanding.schema';
import { weighWords } from './understanding/weigh-words';

const mostRanked = 4;

/** What a sentence is understood as and why, by the live version and by the one that waits. It is redacted first, as a customer's is. */
export async function trySentence(raw: string): Promise<Tried> {
  const { text, tokens } = redactText(raw);
  const [live, { next }, names] = await Promise.all([
    readLiveModel(),
    readCurrent(),
    db().intent.findMany({ select: { key: true, name: true } }),
  ]);
  const nameOf = new Map(names.map(({ key, name }) => [key, name]));
  const named = (key: string) => nameOf.get(key) ?? key;
  const understand = (model: IntentModel) =>
    understandMessage({
      text,
      history: [],
      now: new Date(),
      model,
      resolve: (placeholder) => tokens[placeholder]?.value,
      products: readCatalogue(),
    });
  const read = (version: number, model: IntentModel): Tried['live'] => {
    const surest = understand(model).wishes.reduce((best, wish) => (wish.probability > best.probability ? wish : best));
    const ranked = classifyText(text, model).ranked;
    const { intent, probability } = surest;
    // Of unknown nothing speaks for it: what counted for the nearest intent is what one wants to see.
    const about = ranked.some((one) => one.intent === intent) && intent !== 'unknown' ? intent : ranked[0]!.intent;
    return {
      version,
      intent,
      name: named(intent),
      probability,
      ranked: ranked.slice(0, mostRanked).map((one) => ({ ...one, name: named(one.intent) })),
      words: weighWords(text, about, model),
    };
  };
  const { wishes, entities, language } = understand(live.model);
  return {
    language,
    wishes: wishes.map((wish) => ({
      intent: wish.intent,
      name: named(wish.intent),
      probability: wish.probability,
      text: wish.text,
    })),
    entities: entities.map(({ kind, value, text: said, sure }) => ({ kind, value, text: said, sure })),
    live: read(live.number, live.model),
    next: next?.state === 'ready' ? read(next.number, await readModel(next.id)) : null,
  };
}
