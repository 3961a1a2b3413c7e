import { type PersonActor, visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import type { PolicyDefinition } from './policy.schema';
import type { Replay } from './replay.schema';
import { replayPolicy } from './replay-policy';

/** A replay as this person may see it: conversations that are not theirs are counted, not shown. */
export async function replayDraft(
  person: PersonActor,
  { key, definition, days }: { key: string; definition: PolicyDefinition; days: number },
): Promise<Replay> {
  const replay = await replayPolicy({ key, version: 0, definition }, days);
  const seen = await db().conversation.findMany({
    where: { AND: [{ id: { in: replay.rows.map(({ conversationId }) => conversationId) } }, visibleTo(person)] },
    select: { id: true },
  });
  const visible = new Set(seen.map(({ id }) => id));
  return { ...replay, rows: replay.rows.filter(({ conversationId }) => visible.has(conversationId)) };
}
