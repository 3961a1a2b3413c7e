import type { Placement } from '../auth/may-see';
import { db } from '../platform/db';

/** Where a conversation stands after an event, and where it stood before it: whoever loses sight of it is told that once more. */
export type Seen = { now: Placement | null; before: Placement | null };

type Known = {
  asked: Map<string, Promise<Seen>>;
  answered: Map<string, Seen>;
  last: Map<string, Placement | null>;
};
const kept = globalThis as typeof globalThis & { batonPlaces?: Known };
const known = (): Known => {
  kept.batonPlaces ??= { asked: new Map(), answered: new Map(), last: new Map() };
  return kept.batonPlaces;
};

/** Questions and answers kept, the oldest go first: a client that hangs back by more asks again. */
const mostAsked = 2_000;
const mostPlaces = 10_000;

/**
 * Whose a conversation is as of an event (`event` is its place in the stream). All live clients of this process ask at
 * the same moment, so the database is asked once for each event and not for each client.
 */
export function placeConversation(conversationId: string, event: string): Promise<Seen> {
  const { asked, answered, last } = known();
  const found = asked.get(event);
  if (found) return found;
  const answer = read(conversationId).then((now) => {
    const before = last.get(conversationId) ?? now;
    last.delete(conversationId);
    last.set(conversationId, now);
    trim(last, mostPlaces);
    answered.set(event, { now, before });
    trim(answered, mostAsked);
    return { now, before };
  });
  asked.set(event, answer);
  trim(asked, mostAsked);
  // A question that could not be answered is asked again.
  answer.catch(() => asked.delete(event));
  return answer;
}

/** The same without waiting, where it has been answered already. */
export const placedConversation = (event: string): Seen | undefined => known().answered.get(event);

async function read(id: string): Promise<Placement | null> {
  const [row] = await db().$queryRaw<Placement[]>`
    SELECT "teamId"::text, "agentId"::text FROM "Conversation" WHERE id = ${id}::uuid`;
  return row ?? null;
}

function trim(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
