import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { guardPerson } from './guard-person';
import type { PersonActor } from './permissions';

/** Ends every session of somebody, on every machine, at once. They can sign in again. */
export async function signOutPerson(actor: PersonActor, personId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await guardPerson(tx, actor, personId);
    await tx.person.update({ where: { id: personId }, data: { sessionVersion: { increment: 1 } } });
    await recordEvent(tx, 'person.changed', { personId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'person.sign_out',
      subject: { kind: 'person', id: personId },
    });
  });
}
