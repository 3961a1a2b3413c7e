import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';

/** An import that could not be read or written, whatever was tried. Writing is all or nothing: no article came of it. */
export async function failImport(importId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: { in: ['reading', 'writing'] } },
      data: {
        state: 'failed',
        error: 'Something went wrong on our side. No article was changed; the import can be started again.',
        upload: null,
        finishedAt: new Date(),
      },
    });
    if (count > 0) await recordEvent(tx, 'import.changed', { importId });
  });
}
