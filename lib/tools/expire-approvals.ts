import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';

/** Approvals nobody decided in time: the customer is not left waiting, people take over. */
export async function expireApprovals(): Promise<void> {
  const late = await db().$queryRaw<{ id: string; conversationId: string }[]>`
    SELECT id::text, "conversationId"::text FROM "Action" WHERE status = 'waiting_approval' AND "dueAt" < clock_timestamp() LIMIT 100`;
  for (const { id, conversationId } of late) {
    await inTransaction(async (tx) => {
      const expired = await tx.action.updateMany({
        where: { id, status: 'waiting_approval' },
        data: { status: 'expired', endedAt: new Date() },
      });
      if (expired.count === 0) return;
      await recordEvent(tx, 'action.refused', { conversationId, actionId: id });
      await recordEvent(tx, 'action.changed', { conversationId, actionId: id });
    });
  }
}
