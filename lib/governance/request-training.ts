import { type Actor, appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { VersionExample } from './intent.schema';

export type RequestedVersion = { id: string; number: number };

/**
 * Takes down the examples as they stand and has a version trained on them by a worker; live as soon as it is trained
 * when `release` is set. Throws `invalid` when there is too little to tell apart.
 */
export async function requestTraining(
  actor: Actor,
  { note, release }: { note: string; release: boolean },
): Promise<RequestedVersion> {
  return inTransaction(async (tx) => {
    const version = await openVersion(tx, actor, { note, release });
    await recordEvent(tx, 'intents.requested', { versionId: version.id });
    await appendAudit(tx, {
      actor,
      action: 'intents.training_requested',
      subject: { kind: 'intent_version', id: version.id },
      after: { number: version.number, release, note },
    });
    return version;
  });
}

/** The row of a version to be trained, in the caller's transaction. */
export async function openVersion(
  tx: Tx,
  actor: Actor,
  { note, release }: { note: string; release: boolean },
): Promise<RequestedVersion> {
  const examples = await readExamples(tx);
  const taught = new Set(examples.filter(({ use }) => use === 'train').map(({ intent }) => intent));
  if (taught.size < 2) throw new AppError('invalid', 'Examples of at least two intents are needed to tell them apart.');
  return tx.intentVersion.create({
    data: { id: newId(), examples, note, release, personId: actor.kind === 'person' ? actor.id : null },
    select: { id: true, number: true },
  });
}

async function readExamples(tx: Tx): Promise<VersionExample[]> {
  const rows = await tx.intentExample.findMany({
    orderBy: [{ intent: { key: 'asc' } }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { text: true, use: true, intent: { select: { key: true } } },
  });
  return rows.map(({ text, use, intent }) => ({ intent: intent.key, text, use }));
}
