import type { z } from 'zod';
import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import type { mapHistorySchema } from './history.schema';

/** Says what is in which column and has a worker read the file. Throws `not_found`, `conflict` when it is being read already. */
export async function mapHistory(actor: PersonActor, { id, mapping }: z.infer<typeof mapHistorySchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.historyImport.updateMany({
      where: { id, state: 'mapping' },
      data: { mapping, state: 'reading' },
    });
    if (count === 0) {
      const row = await tx.historyImport.findUnique({ where: { id }, select: { id: true } });
      if (!row) throw new AppError('not_found', 'There is no such import.');
      throw new AppError('conflict', 'This file is being read already.');
    }
    await recordEvent(tx, 'history.requested', { historyId: id });
    await recordEvent(tx, 'history.changed', { historyId: id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'history.mapped',
      subject: { kind: 'history', id },
      after: mapping,
    });
  });
}
