import type { PersonActor } from '../auth/permissions';
import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Report, ReportRecipient } from '../platform/records';
import { decideReportRights } from './decide-report-rights';

type Found = Report & { recipients: ReportRecipient[] };

/** A report that this person may change, locked until the commit. Throws `not_found` and `forbidden`. */
export async function lockForChange(tx: Tx, person: PersonActor, id: string): Promise<Found> {
  const found = await findVisible(tx, person, id, true);
  if (!decideReportRights(person, found).changes)
    throw new AppError('forbidden', 'Only its owner or an administrator changes a shared report.');
  return found;
}

/** A report that this person may see. Throws `not_found`. */
export async function findVisible(tx: Tx, person: PersonActor, id: string, locked = false): Promise<Found> {
  if (locked && isId(id)) await tx.$queryRaw`SELECT id FROM "Report" WHERE id = ${id}::uuid FOR UPDATE`;
  const found = isId(id) ? await tx.report.findUnique({ where: { id }, include: { recipients: true } }) : null;
  if (!found || !decideReportRights(person, found).sees)
    throw new AppError('not_found', 'There is no such report any more.');
  return found;
}
