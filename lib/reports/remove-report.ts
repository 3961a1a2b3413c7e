import type { PersonActor } from '../auth/permissions';
import { inTransaction } from '../platform/db';
import { dropRecipients } from './drop-recipients';
import { lockForChange } from './find-report';
import { noteReport } from './note-report';

/** Takes a report away with its history; what waits of it is taken back. Throws `forbidden`, `not_found`. */
export async function removeReport(person: PersonActor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const report = await lockForChange(tx, person, id);
    await dropRecipients(
      tx,
      report.recipients.map((one) => one.id),
    );
    await tx.report.delete({ where: { id } });
    const before = { name: report.name, page: report.page, shared: report.shared, schedule: report.schedule };
    await noteReport(tx, { by: { kind: 'person', id: person.id }, action: 'report.delete', id, before });
  });
}
