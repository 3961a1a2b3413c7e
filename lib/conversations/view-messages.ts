import { db } from '../platform/db';
import type { Restorer } from '../privacy/restore-for';
import type { MessageView } from './conversation.schema';
import { readNames } from './list-conversations';
import { readSteps } from './read-steps';

/** The newest so many: a long history must not freeze the tab. */
const most = 300;

/** The messages of a conversation, oldest first, each of the assistant's with its turn; `restore` says what of the values is shown. */
export async function viewMessages(conversationId: string, restore: Restorer): Promise<MessageView[]> {
  const [rows, names] = await Promise.all([
    db().message.findMany({
      where: { conversationId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
      include: { conversation: { select: { channel: { select: { kind: true } } } } },
    }),
    readNames(),
  ]);
  const turnIds = rows.flatMap((row) => (row.turnId ? [row.turnId] : []));
  const turns = await db().turn.findMany({
    where: { id: { in: turnIds } },
    select: {
      id: true,
      number: true,
      confidence: true,
      tier: true,
      outcome: true,
      why: true,
    },
  });
  const steps = await readSteps(turnIds);
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  return rows.reverse().map((row) => {
    const turn = row.turnId ? byId.get(row.turnId) : undefined;
    return {
      id: row.id,
      author: row.author,
      kind: row.kind,
      text: restore(conversationId, row.text),
      at: row.createdAt.toISOString(),
      person: row.personId ? (names.people.get(row.personId) ?? null) : null,
      channel: row.conversation.channel.kind,
      sources: row.sources as MessageView['sources'],
      event: row.event ? { name: String((row.event as { name?: string }).name) } : null,
      turn: turn
        ? {
            id: turn.id,
            number: turn.number,
            confidence: turn.confidence,
            tier: turn.tier,
            outcome: turn.outcome,
            why: restore(conversationId, turn.why),
            steps: steps.get(turn.id)?.map((one) => one.what) ?? [],
          }
        : null,
    };
  });
}
