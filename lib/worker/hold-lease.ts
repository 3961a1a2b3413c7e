import { DBOS } from '@dbos-inc/dbos-sdk';
import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';

const beatMs = 5_000;
const lookMs = 10_000;
/** A worker silent for so long is taken for dead: four missed beats, so that a pause of its machine is not a death. */
const silentSeconds = 25;

/**
 * Says that this worker lives, and takes over from those who no longer do. The journal recovers a process's own workflows
 * at its start only, and ours are new with each start: this is what brings a dead worker's turns to their end.
 */
export async function holdLease(executorId: string, onLost: () => void): Promise<{ stop(): Promise<void> }> {
  await db()
    .$executeRaw`INSERT INTO "WorkerLease" ("executorId", "beatAt", "startedAt") VALUES (${executorId}, clock_timestamp(), clock_timestamp())`;
  await takeOver();
  const beat = setInterval(() => void keep(executorId, onLost), beatMs);
  const look = setInterval(
    () => void takeOver().catch((error) => log.warn({ cause: causeOf(error) }, 'could not look for dead workers')),
    lookMs,
  );
  return {
    async stop() {
      clearInterval(beat);
      clearInterval(look);
      await db().$executeRaw`DELETE FROM "WorkerLease" WHERE "executorId" = ${executorId}`;
    },
  };
}

async function keep(executorId: string, onLost: () => void): Promise<void> {
  try {
    const kept = await db()
      .$executeRaw`UPDATE "WorkerLease" SET "beatAt" = clock_timestamp() WHERE "executorId" = ${executorId}`;
    // Others took over while this process stood still: what it still has in hand is theirs now.
    if (kept === 0) onLost();
  } catch (error) {
    log.warn({ cause: causeOf(error) }, 'could not say that this worker lives');
  }
}

/** Goes on with the workflows of every executor that holds no live lease. Safe when several workers do it at once. */
export async function takeOver(): Promise<number> {
  await db()
    .$executeRaw`DELETE FROM "WorkerLease" WHERE "beatAt" < clock_timestamp() - make_interval(secs => ${silentSeconds})`;
  const orphans = await db().$queryRaw<{ id: string }[]>`
    SELECT workflow_uuid AS id FROM dbos.workflow_status
    WHERE status = 'PENDING' AND executor_id NOT IN (SELECT "executorId" FROM "WorkerLease") LIMIT 1000`;
  if (orphans.length === 0) return 0;
  log.warn({ count: orphans.length }, 'taking over what a dead worker left');
  await DBOS.resumeWorkflows(orphans.map((row) => row.id));
  return orphans.length;
}
