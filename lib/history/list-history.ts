import type { PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import type { HistoryImport } from '../platform/records';
import type { HistoryRow, HistoryView } from './history.schema';
import { readTableHead } from './read-table-head';

const mostListed = 200;
const mostRefusals = 200;

/** Every import of old tickets, the latest first. */
export async function listHistory(_actor: PersonActor): Promise<HistoryRow[]> {
  const rows = await db().historyImport.findMany({
    where: { NOT: { hash: { startsWith: 'coming ' } } },
    orderBy: { createdAt: 'desc' },
    take: mostListed,
  });
  return describeAll(rows);
}

/** One import: how far it is, what came of it, and before it is read what stands in the file. Throws `not_found`. */
export async function viewHistory(_actor: PersonActor, id: string): Promise<HistoryView> {
  const row = await db().historyImport.findUnique({ where: { id } });
  if (!row) throw new AppError('not_found', 'There is no such import.');
  const [[described], table, refusals, [found]] = await Promise.all([
    describeAll([row]),
    row.state === 'mapping' ? readTableHead(id, row.encoding) : null,
    db().refusedRow.findMany({
      where: { importId: id },
      orderBy: { line: 'asc' },
      take: mostRefusals,
      select: { line: true, reason: true },
    }),
    db().$queryRaw<{ intents: number; themes: number }[]>`
      SELECT count(intent)::int AS intents, count("themeId")::int AS themes FROM "PastTicket" WHERE "importId" = ${id}::uuid`,
  ]);
  return { ...described!, table, refusals, ...found! };
}

async function describeAll(rows: readonly HistoryImport[]): Promise<HistoryRow[]> {
  const [people, spans] = await Promise.all([
    db().person.findMany({
      where: { id: { in: rows.map(({ personId }) => personId) } },
      select: { id: true, name: true },
    }),
    db().pastTicket.groupBy({
      by: ['importId'],
      where: { importId: { in: rows.map(({ id }) => id) } },
      _min: { cameAt: true },
      _max: { cameAt: true },
    }),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const spanOf = new Map(spans.map((one) => [one.importId, one]));
  return rows.map((row) => {
    const { id, name, state, bytes, readBytes, taken, known, refused, sorted, agents, error } = row;
    const span = spanOf.get(id);
    return {
      ...{ id, name, state, bytes, readBytes, taken, known, refused, sorted, agents, error },
      person: nameOf.get(row.personId) ?? 'Somebody who left',
      at: row.createdAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      from: span?._min.cameAt?.toISOString() ?? null,
      to: span?._max.cameAt?.toISOString() ?? null,
    };
  });
}
