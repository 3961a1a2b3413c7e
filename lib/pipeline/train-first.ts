import { makeLive } from '../governance/release-version';
import { openVersion } from '../governance/request-training';
import type { Tx } from '../platform/db';
import { keepTrained } from './keep-trained';
import { trainOnThread } from './train-on-thread';

/**
 * Trains the first version of the intents and makes it live, where none is. Several processes may begin at once: whoever gets the lock
 * trains, the others find what it released.
 */
export async function trainFirst(tx: Tx): Promise<{ id: string; number: number }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778211)`;
  const made = await tx.intentVersion.findFirst({ where: { state: 'live' }, select: { id: true, number: true } });
  if (made) return made;
  const version = await openVersion(tx, { kind: 'system', id: null }, { note: 'The first version', release: true });
  await keepTrained(tx, version.id, trainOnThread);
  await makeLive(tx, version.id);
  return version;
}
