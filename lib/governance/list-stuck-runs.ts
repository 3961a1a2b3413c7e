import type { PersonActor } from '../auth/permissions';
import { visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import type { StuckRun } from './playbook-view.schema';

const most = 20;
const dayMs = 86_400_000;

/** Conversations whose run ended, or stands, at a node: the newest of them that this person may see. */
export async function listStuckRuns(
  person: PersonActor,
  { key, node, days }: { key: string; node: string; days: number },
  now = new Date(),
): Promise<StuckRun[]> {
  const rows = await db().playbookRun.findMany({
    where: {
      playbook: key,
      node,
      state: { in: ['handed_over', 'left', 'waiting'] },
      startedAt: { gte: new Date(now.getTime() - days * dayMs) },
      conversation: visibleTo(person),
    },
    orderBy: { startedAt: 'desc' },
    take: most,
    select: {
      id: true,
      state: true,
      updatedAt: true,
      conversation: { select: { id: true, state: true, customer: { select: { name: true } } } },
    },
  });
  return rows.map(({ id, state, updatedAt, conversation }) => ({
    id,
    conversationId: conversation.id,
    customer: conversation.customer.name,
    // One that still waits in a conversation that was closed was left.
    state:
      state === 'handed_over'
        ? 'handed_over'
        : conversation.state === 'closed'
          ? 'left'
          : state === 'left'
            ? 'left'
            : 'waiting',
    at: updatedAt.toISOString(),
  }));
}
