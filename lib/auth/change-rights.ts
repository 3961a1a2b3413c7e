import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { guardPerson, readRights } from './guard-person';
import type { PersonActor } from './permissions';
import type { Rights } from './person.schema';

/** Gives somebody another role. It holds from their next request; their live line begins anew with it. */
export async function changeRights(
  actor: PersonActor,
  { personId, role, customRoleId }: Rights & { personId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const wanted = await readRights(tx, { role, customRoleId });
    const person = await guardPerson(tx, actor, personId, wanted);
    if (person.role === role && person.customRoleId === customRoleId) return;
    await tx.person.update({ where: { id: personId }, data: { role, customRoleId } });
    await recordEvent(tx, 'person.changed', { personId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'person.rights',
      subject: { kind: 'person', id: personId },
      before: { role: person.role, customRoleId: person.customRoleId },
      after: { role, customRoleId },
    });
  });
}
