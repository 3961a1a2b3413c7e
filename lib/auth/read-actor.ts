import type { Tx } from '../platform/db';
import { type PersonActor, permissionsOf } from './permissions';

/** Somebody in whose name a worker does what they asked for earlier. Null when they are not here any more. */
export async function readActor(client: Tx, personId: string): Promise<PersonActor | null> {
  const person = await client.person.findUnique({
    where: { id: personId },
    include: { teams: { select: { teamId: true } }, customRole: true },
  });
  if (!person || person.disabledAt) return null;
  const { id, name, email, role, hue, available, customRole } = person;
  return {
    id,
    name,
    email,
    role,
    roleName: customRole?.name ?? role,
    permissions: permissionsOf(role, customRole?.permissions ?? null),
    hue,
    teamIds: person.teams.map(({ teamId }) => teamId),
    available,
  };
}
