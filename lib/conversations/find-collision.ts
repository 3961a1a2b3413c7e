import type { Tx } from '../platform/db';
import { type Collision, decideCollision } from './decide-collision.schema';
import { goneAfterSeconds } from './presence.schema';

type Here = { id: string; name: string; typing: boolean };
type Said = { personId: string; name: string; at: Date };

/** Who else speaks in a conversation, under the caller's lock. `since`: when the person began to write, by the database's clock. */
export async function findCollision(
  tx: Tx,
  { conversationId, personId, since }: { conversationId: string; personId: string; since: Date | null },
): Promise<Collision | null> {
  const [present, replies] = await Promise.all([
    tx.$queryRaw<Here[]>`
      SELECT w.id::text, w.name, p.typing FROM "Presence" p JOIN "Person" w ON w.id = p."personId"
      WHERE p."conversationId" = ${conversationId}::uuid AND p.typing
        AND p."beatAt" > clock_timestamp() - make_interval(secs => ${goneAfterSeconds})
      ORDER BY w.name, w.id`,
    since === null
      ? []
      : tx.$queryRaw<Said[]>`
          SELECT w.id::text AS "personId", w.name, m."createdAt" AS at FROM "Message" m JOIN "Person" w ON w.id = m."personId"
          WHERE m."conversationId" = ${conversationId}::uuid AND m."createdAt" > ${since} AND m.author = 'agent' AND m.kind = 'reply'
          ORDER BY m."createdAt" DESC LIMIT 5`,
  ]);
  return decideCollision({ meId: personId, since, present, replies });
}
