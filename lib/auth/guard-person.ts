import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { decideRights, type RightsRefusal, runsTheHouse } from './decide-rights';
import type { Permission } from './permission.schema';
import { may, type PersonActor, permissionsOf } from './permissions';
import type { Rights } from './person.schema';

const withRole = { customRole: { select: { name: true, permissions: true } } } as const;

const refusals: Record<RightsRefusal, string> = {
  own: 'Somebody else has to do this: nobody changes their own rights.',
  above: 'This person may do things that you may not. Ask somebody who may.',
  beyond: 'You cannot give what you may not do yourself.',
  last_admin: 'This is the last person who can let people in. Make another admin first.',
};

export type Guarded = Awaited<ReturnType<typeof readPerson>>;

/** Rights are changed one after the other: two admins who demote each other at once must not both be heard. */
export async function lockRights(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778205)`;
}

/**
 * The person whose rights are to change, under the lock, with what they may do now. `wanted` null: to be disabled; left
 * out: nothing of their rights changes, but it reaches into their account. Throws `forbidden` and `not_found`.
 */
export async function guardPerson(
  tx: Tx,
  actor: PersonActor,
  personId: string,
  wanted?: readonly Permission[] | null,
): Promise<Guarded> {
  await lockRights(tx);
  const asks = await readPerson(tx, actor.id);
  if (asks.disabledAt || !may(asks, 'people.manage'))
    throw new AppError('forbidden', 'Your role does not allow this any more.');
  const person = await readPerson(tx, personId);
  const others = await tx.person.findMany({
    where: { disabledAt: null, id: { not: personId } },
    select: { role: true, ...withRole },
  });
  const othersRun = others.some((one) => runsTheHouse(permissionsOf(one.role, one.customRole?.permissions ?? null)));
  const refused = decideRights(asks, person, wanted === undefined ? person.permissions : wanted, othersRun);
  if (refused) throw new AppError('forbidden', refusals[refused]);
  return person;
}

/** What rights of this kind grant; throws `not_found` for a role that is gone. */
export async function readRights(tx: Tx, { role, customRoleId }: Rights): Promise<readonly Permission[]> {
  if (!customRoleId) return permissionsOf(role, null);
  const custom = await tx.customRole.findUnique({ where: { id: customRoleId } });
  if (!custom) throw new AppError('not_found', 'customRoleId: there is no such role any more.');
  return permissionsOf(role, custom.permissions);
}

async function readPerson(tx: Tx, id: string) {
  const person = await tx.person.findUnique({ where: { id }, include: withRole });
  if (!person) throw new AppError('not_found', 'There is no such person.');
  return { ...person, permissions: permissionsOf(person.role, person.customRole?.permissions ?? null) };
}
