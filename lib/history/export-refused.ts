import type { PersonActor } from '../auth/permissions';
import { writeCsv } from '../format/write-csv';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { type HistoryField, historyFields } from './history.schema';

const mostRows = 200_000;

/** As the form calls the fields; a file with these heads is understood when it is brought again. */
const heads: Record<HistoryField, string> = {
  id: 'Ticket ID',
  subject: 'Subject',
  message: 'First message',
  cameAt: 'Created at',
  firstReply: 'First reply at',
  solved: 'Solved at',
  reopened: 'Reopens',
  replies: 'Replies',
  channel: 'Channel',
  category: 'Category',
  group: 'Group',
  agent: 'Agent',
  satisfaction: 'Satisfaction rating',
  handle: 'Handle time',
  status: 'Status',
};

/** What could not be read, with why, as a table to be mended and brought again. Throws `not_found`. */
export async function exportRefused(_actor: PersonActor, importId: string): Promise<{ name: string; csv: string }> {
  const row = await db().historyImport.findUnique({ where: { id: importId }, select: { name: true } });
  if (!row) throw new AppError('not_found', 'There is no such import.');
  const refused = await db().refusedRow.findMany({ where: { importId }, orderBy: { line: 'asc' }, take: mostRows });
  const csv = writeCsv([
    ['Line', 'What is wrong', ...historyFields.map((field) => heads[field])],
    ...refused.map(({ line, reason, cells }) => [line, reason, ...cells]),
  ]);
  return { name: `${row.name.replace(/\.\w{1,5}$/, '').replace(/[^\w -]+/g, '_')} - not read.csv`, csv };
}
