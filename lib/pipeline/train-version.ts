import { recordEvent } from '../events/record-event';
import { makeLive } from '../governance/release-version';
import { db, inTransaction } from '../platform/db';
import { keepTrained } from './keep-trained';
import { trainOnThread } from './train-on-thread';
import type { Train } from './training.schema';

/**
 * Trains a version that was asked for, keeps it with its held-out figures, and makes it live when it was asked so.
 * Again is once: what a crash left undone is done, what was done stays.
 */
export async function trainVersion(versionId: string, train: Train = trainOnThread): Promise<void> {
  const version = await db().intentVersion.findUnique({ where: { id: versionId }, select: { state: true } });
  // Outside a transaction: training takes seconds, and a connection held that long is one less for customers.
  if (version?.state === 'training') await keepTrained(db(), versionId, train);
  await inTransaction(async (tx) => {
    const trained = await tx.intentVersion.findFirst({
      where: { id: versionId, state: 'ready' },
      select: { release: true },
    });
    if (!trained) return;
    await recordEvent(tx, 'intents.trained', { versionId });
    if (trained.release) await makeLive(tx, versionId);
  });
}

/** The way out: a version that could not be trained says why. */
export async function failVersion(versionId: string, cause: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.intentVersion.updateMany({
      where: { id: versionId, state: 'training' },
      data: { state: 'failed', error: cause.slice(0, 500) },
    });
    if (count > 0) await recordEvent(tx, 'intents.trained', { versionId });
  });
}
