import type { PersonActor } from '../auth/permissions';
import { sayWhyNot } from '../format/say-schedule';
import { databaseNow } from '../platform/clock';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { consume } from '../platform/limit';
import { findVisible, lockForChange } from './find-report';
import { noteReport } from './note-report';
import { commitReport, findReached, prepareReport } from './send-report';

const perReport = { points: 6, seconds: 3_600 };

/**
 * Sends a report beside its schedule, to everybody who gets it. Answers to how many, and whether it waits for a mail server.
 * Throws `forbidden`, `not_found`, `conflict`, `rate_limited`.
 */
export async function sendReportNow(person: PersonActor, id: string): Promise<{ mails: number }> {
  const seen = await findVisible(db(), person, id);
  const prepared = await prepareReport(seen);
  if ('why' in prepared) throw new AppError('conflict', `It is not sent: ${sayWhyNot(prepared.why)}`);
  return inTransaction(async (tx) => {
    const report = await lockForChange(tx, person, id);
    if ((await findReached(tx, id)).length === 0)
      throw new AppError('conflict', 'Nobody gets it: add somebody, or wait until an address is confirmed.');
    if (!(await consume('report-now', id, perReport)))
      throw new AppError('rate_limited', 'It was sent six times within the hour. Wait a while.');
    const mails = await commitReport(tx, report, prepared, { dueAt: await databaseNow(tx), byId: person.id });
    await noteReport(tx, { by: { kind: 'person', id: person.id }, action: 'report.send', id, after: { mails } });
    return { mails };
  });
}
