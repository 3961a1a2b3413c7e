import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { db, inTransaction } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { decideNextSending } from './decide-next-sending';
import { scheduleSchema } from './report.schema';
import { commitReport, type Prepared, prepareReport } from './send-report';

const mostAtOnce = 20;
const leaseSeconds = 120;
const mostTries = 5;
const keptDays = 90;

type Taken = { id: string; attempts: number };

let busy = false;

/**
 * Sends what is due, each report by one worker at a time: it is taken with a lease, and handed to the outbox only while the moment it
 * was taken for is still the one that is due. What was missed while nothing ran is sent once. Answers how many were due.
 */
export async function sendReports(): Promise<number> {
  // Reading a year takes longer than the next round: one of a process at a time.
  if (busy) return 0;
  busy = true;
  try {
    for (let count = 0; count < mostAtOnce; count++) {
      const taken = await takeNext();
      if (!taken) return count;
      await sendTaken(taken);
    }
    return mostAtOnce;
  } finally {
    busy = false;
  }
}

async function takeNext(): Promise<Taken | undefined> {
  const [taken] = await db().$queryRaw<Taken[]>`
    UPDATE "Report" SET attempts = attempts + 1, "leasedUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id = (
      SELECT id FROM "Report" WHERE "nextAt" <= clock_timestamp() AND NOT paused
        AND ("leasedUntil" IS NULL OR "leasedUntil" < clock_timestamp())
      ORDER BY "nextAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text, attempts`;
  return taken;
}

async function sendTaken(taken: Taken): Promise<void> {
  const report = await db().report.findUnique({ where: { id: taken.id } });
  if (!report?.nextAt) return;
  try {
    await commitTaken(taken, report.nextAt, await prepareReport(report));
  } catch (error) {
    log.error({ reportId: taken.id, attempts: taken.attempts, cause: causeOf(error) }, 'a report could not be made');
    // Before that the lease is left to run out, and it is tried again.
    if (taken.attempts >= mostTries) await commitTaken(taken, report.nextAt, { why: 'failed' });
  }
}

async function commitTaken({ id, attempts }: Taken, dueAt: Date, prepared: Prepared): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Report" WHERE id = ${id}::uuid FOR UPDATE`;
    const report = await tx.report.findUnique({ where: { id } });
    // Changed, paused or taken up by another since.
    if (report?.nextAt?.getTime() !== dueAt.getTime() || report.attempts !== attempts) return;
    await commitReport(tx, report, prepared, { dueAt, byId: null });
    const nextAt = decideNextSending(scheduleSchema.parse(report.schedule), await databaseNow(tx));
    await tx.report.update({ where: { id }, data: { nextAt, leasedUntil: null, attempts: 0 } });
    await recordEvent(tx, 'desk.changed', { what: 'reports' });
  });
}

/** What was sent is remembered as long as the outbox does. */
export async function pruneReports(): Promise<void> {
  await db().$executeRaw`DELETE FROM "ReportSending" WHERE at < clock_timestamp() - make_interval(days => ${keptDays})`;
}
