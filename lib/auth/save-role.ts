import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { inTransaction, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { hasAll } from './decide-rights';
import { lockRights } from './guard-person';
import type { Permission } from './permission.schema';
import { type PersonActor, permissionsOf } from './permissions';

type RoleInput = { id: string | null; name: string; permissions: readonly Permission[] };

/** Makes a role or changes one. Nobody gives what they have not, nor widens or narrows a role that holds more than theirs. */
export async function saveRole(actor: PersonActor, { id, name, permissions }: RoleInput): Promise<{ roleId: string }> {
  const wanted = [...new Set<Permission>(['conversations.work', ...permissions])];
  if (!hasAll(actor.permissions, wanted))
    throw new AppError('forbidden', 'You cannot give what you may not do yourself.');
  try {
    return await inTransaction(async (tx) => {
      await lockRights(tx);
      const roleId = id ?? newId();
      const before = id ? await tx.customRole.findUnique({ where: { id } }) : null;
      if (id && !before) throw new AppError('not_found', 'There is no such role any more.');
      if (before && !hasAll(actor.permissions, permissionsOf('agent', before.permissions)))
        throw new AppError('forbidden', 'This role holds more than you may do. Ask somebody who may.');
      const holders = before ? await tx.person.findMany({ where: { customRoleId: roleId }, select: { id: true } }) : [];
      if (holders.some((one) => one.id === actor.id))
        throw new AppError('forbidden', 'Somebody else has to do this: it is your own role.');
      await tx.customRole.upsert({
        where: { id: roleId },
        create: { id: roleId, name, permissions: wanted },
        update: { name, permissions: wanted },
      });
      // Whoever has it works with it from now on: their live lines begin anew.
      for (const holder of holders) await recordEvent(tx, 'person.changed', { personId: holder.id });
      await recordEvent(tx, 'person.changed', { personId: actor.id });
      await appendAudit(tx, {
        actor: { kind: 'person', id: actor.id },
        action: before ? 'role.change' : 'role.make',
        subject: { kind: 'role', id: roleId },
        ...(before && { before: { name: before.name, permissions: before.permissions } }),
        after: { name, permissions: wanted },
      });
      return { roleId };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('conflict', 'name: there is a role of this name already.');
    throw error;
  }
}

/** Deletes a role that nobody has and no invitation promises. */
export async function deleteRole(actor: PersonActor, roleId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRights(tx);
    const role = await tx.customRole.findUnique({ where: { id: roleId } });
    if (!role) throw new AppError('not_found', 'There is no such role any more.');
    const [people, promised] = await Promise.all([
      tx.person.count({ where: { customRoleId: roleId } }),
      tx.invitation.count({ where: { customRoleId: roleId, acceptedAt: null, revokedAt: null } }),
    ]);
    if (people + promised > 0) throw new AppError('conflict', 'Somebody still has this role. Give them another first.');
    await tx.customRole.delete({ where: { id: roleId } });
    await recordEvent(tx, 'person.changed', { personId: actor.id });
    await appendAudit(tx, {
      actor: { kind: 'person', id: actor.id },
      action: 'role.delete',
      subject: { kind: 'role', id: roleId },
      before: { name: role.name, permissions: role.permissions },
    });
  });
}
