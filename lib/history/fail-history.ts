import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';

/** An import that could not be read to its end, whatever was tried. What was read of it stays until it is deleted. */
export async function failHistory(historyId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.historyImport.updateMany({
      where: { id: historyId, state: { in: ['reading', 'sorting'] } },
      data: {
        state: 'failed',
        error:
          'Something went wrong on our side. What was read so far counts; delete the import and bring the file again.',
        finishedAt: new Date(),
      },
    });
    if (count > 0) await recordEvent(tx, 'history.changed', { historyId });
  });
}
