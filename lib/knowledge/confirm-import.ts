import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { importOptionsSchema } from './import.schema';

/** Has a worker write what was read, live at once or as drafts. Throws `conflict` when it is no longer waiting for that. */
export async function confirmImport(
  _actor: PersonActor,
  { importId, publish }: { importId: string; publish: boolean },
): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await tx.import.findUnique({ where: { id: importId }, select: { options: true } });
    if (!row) throw new AppError('not_found', 'There is no such import.');
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: 'ready' },
      data: { state: 'writing', options: { ...importOptionsSchema.parse(row.options), publish } },
    });
    if (count === 0) throw new AppError('conflict', 'This import no longer waits to be confirmed. Look at it again.');
    await recordEvent(tx, 'import.confirmed', { importId });
    await recordEvent(tx, 'import.changed', { importId });
  });
}
