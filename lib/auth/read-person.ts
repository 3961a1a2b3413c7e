import { db, type Tx } from '../platform/db';
import type { Person } from '../platform/records';
import { type PersonActor, permissionsOf } from './permissions';

type PersonRow = Pick<Person, 'name' | 'email' | 'role' | 'hue' | 'available' | 'sessionVersion' | 'lastSeenAt'> & {
  customName: string | null;
  custom: string[] | null;
  teamIds: string[];
};

/** A person as they may act now, and the session version that still counts; null when they are gone or disabled. */
export async function readPerson(
  id: string,
  client: Tx = db(),
): Promise<{ actor: PersonActor; sessionVersion: number; lastSeenAt: Date | null } | null> {
  // Asked at every request: in one question instead of one for each relation.
  const [person] = await client.$queryRaw<PersonRow[]>`
    SELECT p.name, p.email, p.role::text AS role, p.hue, p.available, p."sessionVersion", p."lastSeenAt",
      r.name AS "customName", r.permissions AS custom,
      ARRAY(SELECT m."teamId"::text FROM "TeamMember" m WHERE m."personId" = p.id) AS "teamIds"
    FROM "Person" p LEFT JOIN "CustomRole" r ON r.id = p."customRoleId"
    WHERE p.id = ${id}::uuid AND p."disabledAt" IS NULL`;
  if (!person) return null;
  const { name, email, role, hue, available, sessionVersion, lastSeenAt, customName, custom, teamIds } = person;
  const actor = {
    id,
    name,
    email,
    role,
    roleName: customName ?? role,
    permissions: permissionsOf(role, custom),
    hue,
    teamIds,
    available,
  };
  return { actor, sessionVersion, lastSeenAt };
}
