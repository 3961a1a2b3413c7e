import type { PersonActor } from '../auth/permissions';
import { databaseNow } from '../platform/clock';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { decideNextSending } from './decide-next-sending';
import { lockForChange } from './find-report';
import { noteReport } from './note-report';
import { scheduleSchema } from './report.schema';

/** Holds a schedule, or goes on with it: what fell due meanwhile is not sent. Throws `forbidden`, `not_found`, `conflict`. */
export async function pauseReport(person: PersonActor, input: { id: string; paused: boolean }): Promise<void> {
  await inTransaction(async (tx) => {
    const report = await lockForChange(tx, person, input.id);
    const schedule = scheduleSchema.nullable().parse(report.schedule);
    if (!schedule) throw new AppError('conflict', 'It is not sent by itself: there is nothing to pause.');
    if (report.paused === input.paused) return;
    const nextAt = input.paused ? null : decideNextSending(schedule, await databaseNow(tx));
    await tx.report.update({
      where: { id: report.id },
      data: { paused: input.paused, nextAt, leasedUntil: null, attempts: 0 },
    });
    const action = input.paused ? 'report.pause' : 'report.resume';
    await noteReport(tx, { by: { kind: 'person', id: person.id }, action, id: report.id });
  });
}
