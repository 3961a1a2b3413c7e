import { cookies, headers } from 'next/headers';
import { getToken } from 'next-auth/jwt';
import { env } from '../platform/env';
import { isId } from '../platform/ids';
import type { PersonActor } from './permissions';
import { readPerson } from './read-person';

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
  const found = await readPerson(token.personId);
  return found && found.sessionVersion === token.sessionVersion ? found.actor : null;
}
