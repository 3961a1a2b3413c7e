import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import type { PersonActor } from './permissions';

/** Takes new work, or not for now. What somebody holds stays theirs. */
export async function setAvailability(actor: PersonActor, available: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    const changed = await tx.person.updateMany({
      where: { id: actor.id, available: !available },
      data: { available },
    });
    if (changed.count > 0) await recordEvent(tx, 'person.changed', { personId: actor.id });
  });
}
