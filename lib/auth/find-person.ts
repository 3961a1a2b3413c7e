import { cookies, headers } from 'next/headers';
import { getToken } from 'next-auth/jwt';
import { db } from '../platform/db';
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
  if (!found || found.sessionVersion !== token.sessionVersion) return null;
  await noteSeen(found.actor.id, found.lastSeenAt);
  return found.actor;
}

const minuteMs = 60_000;

/** To the minute: a write at every request would cost more than it tells. */
async function noteSeen(id: string, lastSeenAt: Date | null): Promise<void> {
  if (lastSeenAt && Date.now() - lastSeenAt.getTime() < minuteMs) return;
  await db().$executeRaw`
    UPDATE "Person" SET "lastSeenAt" = now()
    WHERE id = ${id}::uuid AND ("lastSeenAt" IS NULL OR "lastSeenAt" < now() - interval '1 minute')`;
}
