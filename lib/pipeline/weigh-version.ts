import { type PersonActor, visibleTo } from '../auth/permissions';
import { compareReports, type Measured } from '../governance/compare-reports';
import { versionExamplesSchema, versionReportSchema } from '../governance/intent.schema';
import type { VersionEffect } from '../governance/intent-view.schema';
import { listVersions } from '../governance/list-versions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { redactText } from '../privacy/redact-text';
import { readModel } from './read-intent-model';
import { splitWishes } from './understanding/split-wishes';
import type { IntentModel } from './understanding/understanding.schema';

/** Enough to see what moves; each costs about a millisecond a version. */
const replayed = 300;

/**
 * What making a version live would change: figures and examples against the live one, and what customers said lately,
 * understood again by both. Throws `not_found` for a version that is not trained.
 */
export async function weighVersion(person: PersonActor, versionId: string): Promise<VersionEffect> {
  const versions = await listVersions(200);
  const version = isId(versionId) ? versions.find(({ id }) => id === versionId) : undefined;
  if (!version || version.accuracy === null) throw new AppError('not_found', 'There is no such trained version.');
  const live = versions.find(({ state }) => state === 'live');
  const against = live && live.id !== version.id ? live : null;
  const [names, before, after] = await Promise.all([
    db().intent.findMany({ select: { key: true, name: true } }),
    against ? readMeasured(against.id) : null,
    readMeasured(version.id),
  ]);
  const nameOf = new Map(names.map(({ key, name }) => [key, name]));
  const named = (key: string) => nameOf.get(key) ?? key;
  const { intents, mended, broken } = compareReports(before, after);
  const reworded = (moved: typeof mended) =>
    moved.map(({ text, meant, was, is }) => ({ text, meant: named(meant), was: named(was), is: named(is) }));
  return {
    version,
    against,
    intents: intents.map((one) => ({ ...one, name: named(one.key) })),
    mended: reworded(mended),
    broken: reworded(broken),
    replay: against ? await replay(person, against.id, version.id, named) : { turns: 0, changes: [] },
  };
}

async function readMeasured(versionId: string): Promise<Measured> {
  const { examples, report } = await db().intentVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { examples: true, report: true },
  });
  return { examples: versionExamplesSchema.parse(examples), report: versionReportSchema.parse(report) };
}

async function replay(
  person: PersonActor,
  liveId: string,
  versionId: string,
  named: (key: string) => string,
): Promise<VersionEffect['replay']> {
  const turns = await db().turn.findMany({
    where: { status: 'saved', conversation: visibleTo(person) },
    orderBy: { startedAt: 'desc' },
    take: replayed,
    select: { messageId: true, conversationId: true },
  });
  const messages = await db().message.findMany({
    where: { id: { in: turns.map(({ messageId }) => messageId) } },
    select: { id: true, text: true },
  });
  const textOf = new Map(messages.map(({ id, text }) => [id, redactText(text).text]));
  const [live, next] = await Promise.all([readModel(liveId), readModel(versionId)]);
  const changes = turns.flatMap(({ messageId, conversationId }) => {
    const text = textOf.get(messageId);
    if (text === undefined) return [];
    const [was, is] = [surest(text, live), surest(text, next)];
    if (was.intent === is.intent) return [];
    return [
      {
        text: text.slice(0, 200),
        conversationId,
        was: named(was.intent),
        wasProbability: was.probability,
        is: named(is.intent),
        isProbability: is.probability,
      },
    ];
  });
  return { turns: turns.length, changes };
}

function surest(text: string, model: IntentModel) {
  return splitWishes(text.slice(0, 4_000), model).reduce((best, wish) =>
    wish.probability > best.probability ? wish : best,
  );
}
