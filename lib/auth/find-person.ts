import { cookies, headers } from 'next/headers';
import { getToken } from 'next-auth/jwt';
import { db } from '../platform/db';
import { env } from '../platform/env';
import { isId } from '../platform/ids';
import { type PersonActor, permissionsOf } from './permissions';

/** Who is signed in, asked of the database: a disabled person or a raised session version is out at once. Null: nobody. */
export async function findPerson(): Promise<PersonActor | null> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const req = {
    cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
    headers: Object.fromEntries(head),
  };
  const token = await getToken({
    req: req as never,
    secret: env().BATON_SECRET,
    secureCookie: env().BATON_URL.startsWith('https:'),
  });
  if (!token?.personId || !isId(token.personId)) return null;
  const person = await db().person.findUnique({
    where: { id: token.personId },
    include: { teams: { select: { teamId: true } }, customRole: true },
  });
  if (!person || person.disabledAt || person.sessionVersion !== token.sessionVersion) return null;
  const { id, name, email, role, hue, available, customRole } = person;
  return {
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
}
