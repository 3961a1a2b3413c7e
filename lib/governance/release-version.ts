import { type Actor, appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { versionExamplesSchema } from './intent.schema';

/**
 * Makes a trained version the live one; for an earlier one that is the way back. Every process reads with it within a second.
 * With `restoreExamples` the examples stand again as they did when it was trained, so that the next training does not
 * bring back what was taken out. Throws `conflict` for a version that is not trained.
 */
export async function releaseVersion(
  actor: Actor,
  { versionId, restoreExamples }: { versionId: string; restoreExamples: boolean },
): Promise<void> {
  await inTransaction(async (tx) => {
    await makeLive(tx, versionId);
    if (restoreExamples) await putExamplesBack(tx, versionId, actor);
    await appendAudit(tx, {
      actor,
      action: 'intents.released',
      subject: { kind: 'intent_version', id: versionId },
      after: { restoreExamples },
    });
  });
}

/** One is live at a time: a unique index holds it, the lock keeps two releases from meeting there. */
export async function makeLive(tx: Tx, versionId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778210)`;
  const version = await tx.intentVersion.findUnique({ where: { id: versionId }, select: { state: true } });
  if (!version) throw new AppError('not_found', 'There is no such version.');
  if (version.state === 'live') return;
  if (version.state === 'training') throw new AppError('conflict', 'This version is still being trained.');
  if (version.state === 'failed') throw new AppError('conflict', 'This version could not be trained.');
  await tx.intentVersion.updateMany({ where: { state: 'live' }, data: { state: 'retired' } });
  await tx.intentVersion.update({ where: { id: versionId }, data: { state: 'live', releasedAt: new Date() } });
  await recordEvent(tx, 'intents.released', { versionId });
}

async function putExamplesBack(tx: Tx, versionId: string, actor: Actor): Promise<void> {
  const version = await tx.intentVersion.findUniqueOrThrow({ where: { id: versionId }, select: { examples: true } });
  const then = versionExamplesSchema.parse(version.examples);
  const intents = await tx.intent.findMany({ select: { id: true, key: true } });
  const idOf = new Map(intents.map(({ id, key }) => [key, id]));
  for (const key of new Set(then.map(({ intent }) => intent))) {
    if (idOf.has(key)) continue;
    const id = newId();
    await tx.intent.create({ data: { id, key, name: key } });
    idOf.set(key, id);
  }
  const now = await tx.intentExample.findMany({ select: { id: true, intentId: true, text: true, use: true } });
  const named = (intentId: string, text: string) => `${intentId} ${text}`;
  const wanted = new Map(then.map((example) => [named(idOf.get(example.intent)!, example.text), example]));
  const had = new Set(now.map(({ intentId, text }) => named(intentId, text)));
  const gone = now.filter(({ intentId, text }) => !wanted.has(named(intentId, text)));
  await tx.intentExample.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  await tx.intentExample.createMany({
    data: [...wanted]
      .filter(([name]) => !had.has(name))
      .map(([, { intent, text, use }]) => ({
        id: newId(),
        intentId: idOf.get(intent)!,
        text,
        use,
        source: 'admin' as const,
        personId: actor.kind === 'person' ? actor.id : null,
      })),
  });
  for (const use of ['train', 'test'] as const) {
    const ids = now
      .filter((example) => {
        const before = wanted.get(named(example.intentId, example.text));
        return before?.use === use && example.use !== use;
      })
      .map(({ id }) => id);
    await tx.intentExample.updateMany({ where: { id: { in: ids } }, data: { use } });
  }
}
