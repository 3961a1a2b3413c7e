import type { PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import type { ImportRow } from './import.schema';

/** More than anybody goes back to; the oldest are of no use once their articles have changed. */
const most = 100;

/** The latest imports first. Whoever may edit articles sees all of them: they change the same articles. */
export async function listImports(_actor: PersonActor): Promise<ImportRow[]> {
  const rows = await db().import.findMany({
    orderBy: { createdAt: 'desc' },
    take: most,
    // Not the upload, which may be 20 MB.
    omit: { upload: true },
  });
  return describeImports(rows);
}

type Row = {
  id: string;
  kind: ImportRow['kind'];
  state: ImportRow['state'];
  name: string;
  total: number;
  done: number;
  personId: string;
  createdAt: Date;
  finishedAt: Date | null;
};

/** Rows with who started them and how many of their files failed or were written. */
export async function describeImports(rows: readonly Row[]): Promise<ImportRow[]> {
  const ids = rows.map(({ id }) => id);
  const [people, counts] = await Promise.all([
    db().person.findMany({ where: { id: { in: rows.map(({ personId }) => personId) } } }),
    db().importItem.groupBy({ by: ['importId', 'state'], where: { importId: { in: ids } }, _count: true }),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const count = (importId: string, state: string) =>
    counts.find((one) => one.importId === importId && one.state === state)?._count ?? 0;
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    name: row.name,
    total: row.total,
    done: row.done,
    failed: count(row.id, 'failed'),
    written: count(row.id, 'written'),
    person: names.get(row.personId) ?? 'Somebody who has left',
    at: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}
