import { db, type Tx } from '../platform/db';
import { type PersonActor, permissionsOf } from './permissions';

/** A person as they may act now, and the session version that still counts; null when they are gone or disabled. */
export async function readPerson(
  id: string,
  client: Tx = db(),
): Promise<{ actor: PersonActor; sessionVersion: number; lastSeenAt: Date | null } | null> {
  const person = await client.person.findUnique({
    where: { id },
    include: { teams: { select: { teamId: true } }, customRole: true },
  });
  if (!person || person.disabledAt) return null;
  const { name, email, role, hue, available, customRole, sessionVersion, lastSeenAt } = person;
  const actor = {
    id,
    name,
    email,
    role,
    roleName: customRole?.name ?? role,
    permissions: permissionsOf(role, customRole?.permissions ?? null),
    hue,
    teamIds: person.teams.map((team) => team.teamId),
    available,
  };
  return { actor, sessionVersion, lastSeenAt };
}
