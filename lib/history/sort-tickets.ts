import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';

export type Unsorted = { id: string; gist: string };
export type Sorted = { id: string; intent: string | null; language: string };

/** Tickets of an import whose intent nobody has looked for yet; none where it is gone. */
export async function takeUnsorted(historyId: string, most: number): Promise<Unsorted[]> {
  return db().pastTicket.findMany({
    where: { importId: historyId, sortedAt: null, import: { state: 'sorting' } },
    orderBy: { line: 'asc' },
    take: most,
    select: { id: true, gist: true },
  });
}

/** Keeps what was found. Two who look for the same find the same; it is counted once. */
export async function keepSorted(historyId: string, sorted: readonly Sorted[]): Promise<void> {
  await inTransaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE "PastTicket" t SET intent = s.intent, language = nullif(s.language, 'und'), "sortedAt" = now()
      FROM jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) AS s(id uuid, intent text, language text)
      WHERE t.id = s.id AND t."sortedAt" IS NULL`;
    await tx.historyImport.updateMany({ where: { id: historyId }, data: { sorted: { increment: count } } });
    await recordEvent(tx, 'history.changed', { historyId });
  });
}

/** All of it is sorted and grouped. */
export async function finishSorting(historyId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.historyImport.updateMany({
      where: { id: historyId, state: 'sorting' },
      data: { state: 'done', finishedAt: new Date() },
    });
    if (count > 0) await recordEvent(tx, 'history.changed', { historyId });
  });
}
