import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { chooseConfusion } from './choose-confusion';
import { findServing } from './find-serving';
import { versionExamplesSchema } from './intent.schema';
import type { IntentView } from './intent-view.schema';
import { readReport } from './list-versions';
import { tierOverridesSchema } from './tiers.schema';

/** As many as fit beside each other. */
const mostConfused = 8;
const mostSuggestions = 100;

/** One intent: its examples with what they were taken for, what it is mixed up with, and how far its sureness holds. */
export async function viewIntent(key: string): Promise<IntentView> {
  const intent = await db().intent.findUnique({
    where: { key },
    include: { examples: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] } },
  });
  if (!intent) throw new AppError('not_found', `There is no intent ${key}.`);
  const [names, playbook, team, suggestions, held] = await Promise.all([
    db().intent.findMany({ select: { key: true, name: true } }),
    findServing(db(), key),
    intent.teamKey ? db().team.findUnique({ where: { key: intent.teamKey }, select: { key: true, name: true } }) : null,
    db().exampleSuggestion.findMany({
      where: { intent: key, state: 'open' },
      orderBy: { createdAt: 'desc' },
      take: mostSuggestions,
    }),
    readHeldOut(),
  ]);
  const nameOf = new Map(names.map((one) => [one.key, one.name]));
  const named = (intentKey: string) => nameOf.get(intentKey) ?? intentKey;
  const taken = new Map(held.predictions.map((one) => [`${one.meant} ${one.text}`, one]));
  const confusion = chooseConfusion(held.confusion, key, mostConfused);
  const measured = held.measured(key);
  return {
    id: intent.id,
    key,
    name: intent.name,
    description: intent.description,
    team,
    thresholds: tierOverridesSchema.parse(intent.thresholds),
    playbook,
    measured: measured && { precision: measured.precision, recall: measured.recall, f1: measured.f1 },
    examples: intent.examples.map(({ id, text, language, use, source }) => {
      const prediction = taken.get(`${key} ${text}`);
      return {
        id,
        text,
        language,
        use,
        source,
        taken: prediction
          ? { intent: prediction.taken, name: named(prediction.taken), probability: prediction.probability }
          : null,
      };
    }),
    suggestions: suggestions.map(({ id, text, language, probability, why, conversationId, createdAt }) => ({
      id,
      text,
      language,
      probability,
      why,
      conversationId,
      at: createdAt.toISOString(),
    })),
    confusion: {
      intents: confusion.intents.map((one) => ({ key: one, name: named(one) })),
      counts: confusion.counts,
      total: held.predictions.length,
    },
    // Of those it said this of: whoever reads "0.9 refund" asks how far that holds.
    reliability: measured?.reliability ?? [],
    ece: measured?.ece ?? null,
  };
}

/** What the live version took each of its examples for. */
async function readHeldOut() {
  const live = await db().intentVersion.findFirst({ where: { state: 'live' }, select: { id: true, examples: true } });
  const report = live ? await readReport(live.id) : null;
  const examples = live ? versionExamplesSchema.parse(live.examples) : [];
  const perIntent = new Map(report?.perIntent.map((one) => [one.intent, one]));
  return {
    predictions: (report?.predictions ?? []).flatMap(({ at, intent, probability }) => {
      const example = examples[at];
      return example ? [{ text: example.text, meant: example.intent, taken: intent, probability }] : [];
    }),
    confusion: report?.confusion ?? [],
    measured: (key: string) => perIntent.get(key) ?? null,
  };
}
