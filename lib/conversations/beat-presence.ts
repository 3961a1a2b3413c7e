import { maySee, type Placement } from '../auth/may-see';
import type { PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import { type Beat, goneAfterSeconds } from './presence.schema';

/**
 * Notes that a person has a conversation in sight, or has left one. Two hundred people beat twenty times a second, so it
 * is one small write, and the bell rings only when something has changed: most beats say what is known.
 */
export async function beatPresence(person: PersonActor, { conversationId, typing, left }: Beat): Promise<void> {
  if (left && left !== conversationId) await leave(person.id, left);
  if (!conversationId || !(await sees(person, conversationId))) return;
  await db().$executeRaw`
    WITH before AS (
      SELECT typing FROM "Presence" WHERE "conversationId" = ${conversationId}::uuid AND "personId" = ${person.id}::uuid
        AND "beatAt" > clock_timestamp() - make_interval(secs => ${goneAfterSeconds})
    ), beaten AS (
      INSERT INTO "Presence" ("conversationId", "personId", typing, "beatAt")
      VALUES (${conversationId}::uuid, ${person.id}::uuid, ${typing}, clock_timestamp())
      ON CONFLICT ("conversationId", "personId") DO UPDATE SET typing = EXCLUDED.typing, "beatAt" = EXCLUDED."beatAt"
      RETURNING typing
    )
    SELECT pg_notify('baton_presence', '') FROM beaten WHERE beaten.typing IS DISTINCT FROM (SELECT typing FROM before)`;
}

async function leave(personId: string, conversationId: string): Promise<void> {
  await db().$executeRaw`
    WITH gone AS (
      DELETE FROM "Presence" WHERE "conversationId" = ${conversationId}::uuid AND "personId" = ${personId}::uuid RETURNING 1
    )
    SELECT pg_notify('baton_presence', '') FROM gone`;
}

/** What one may not see is not found: to be in it is not noted, and nothing tells that it exists. */
async function sees(person: PersonActor, conversationId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<Placement[]>`
    SELECT "teamId"::text, "agentId"::text FROM "Conversation" WHERE id = ${conversationId}::uuid`;
  return row !== undefined && maySee(person, row);
}
