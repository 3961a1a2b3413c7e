import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';

/** Ends an import before anything of it is written. Throws `conflict` when it is too late for that. */
export async function cancelImport(actor: PersonActor, { importId }: { importId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: { in: ['reading', 'ready'] } },
      data: { state: 'cancelled', upload: null, finishedAt: new Date() },
    });
    if (count === 0) {
      const exists = await tx.import.findUnique({ where: { id: importId }, select: { id: true } });
      if (!exists) throw new AppError('not_found', 'There is no such import.');
      throw new AppError('conflict', 'This import is already being written, or has ended.');
    }
    await recordEvent(tx, 'import.changed', { importId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'import.cancelled',
      subject: { kind: 'import', id: importId },
    });
  });
}
