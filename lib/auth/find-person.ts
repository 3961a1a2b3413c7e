import { db } from '../platform/db';
import { isId } from '../platform/ids';
import type { PersonActor } from './permissions';
import { readPerson } from './read-person';
import { readSession } from './read-session';

/** Who is signed in, asked of the database: a disabled person or a raised session version is out at once. Null: nobody. */
export async function findPerson(): Promise<PersonActor | null> {
  const token = await readSession();
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
