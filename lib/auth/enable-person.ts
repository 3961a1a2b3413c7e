import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { type Guarded, guardPerson } from './guard-person';
import type { PersonActor } from './permissions';

/** Lets somebody in again who was disabled, with the rights they had, if whoever does it may give them. */
export async function enablePerson(actor: PersonActor, personId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const person = await guardPerson(tx, actor, personId);
    if (!person.disabledAt) return;
    await tx.person.update({ where: { id: personId }, data: { disabledAt: null } });
    await tell(tx, actor, personId, 'person.enable');
  });
}

/**
 * Shuts somebody out in the caller's transaction: every session ends, their links to a new password and the invitations
 * they made count no more. What they hold is for the caller to give back.
 */
export async function shutOut(tx: Tx, actor: PersonActor, personId: string): Promise<Guarded> {
  const person = await guardPerson(tx, actor, personId, null);
  if (person.disabledAt) return person;
  await tx.person.update({
    where: { id: personId },
    data: { disabledAt: new Date(), available: false, sessionVersion: { increment: 1 } },
  });
  await tx.invitation.updateMany({
    where: { invitedBy: personId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  await tell(tx, actor, personId, 'person.disable');
  return person;
}

async function tell(tx: Tx, actor: PersonActor, personId: string, action: string): Promise<void> {
  await recordEvent(tx, 'person.changed', { personId });
  await appendAudit(tx, {
    actor: { kind: 'person', id: actor.id },
    action,
    subject: { kind: 'person', id: personId },
  });
}
