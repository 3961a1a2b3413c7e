import { db } from '../platform/db';

/** Finished workflows are kept for a week: long enough to look at, short enough not to be a second archive of who did what. */
const keptDays = 7;

/** Removes what is over from the journal and the outbox, a bounded number at a time. */
export async function pruneJournal(): Promise<void> {
  const before = Date.now() - keptDays * 86_400_000;
  await db().$executeRaw`
    DELETE FROM dbos.workflow_status WHERE workflow_uuid IN (
      SELECT workflow_uuid FROM dbos.workflow_status WHERE status IN ('SUCCESS', 'ERROR', 'CANCELLED') AND updated_at < ${before} LIMIT 5000)`;
  await db().$executeRaw`
    DELETE FROM "OutboxEvent" WHERE seq IN (
      SELECT seq FROM "OutboxEvent" WHERE "dispatchedAt" < now() - make_interval(days => ${keptDays}) LIMIT 5000)`;
}
