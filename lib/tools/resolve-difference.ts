import { appendAudit } from '../audit/append-audit';
import { type PersonActor, visibleTo } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';

/** Closes a difference with what was found out. Of two at once one is heard. Throws `not_found`, `conflict`. */
export async function resolveDifference(
  person: PersonActor,
  { differenceId, how }: { differenceId: string; how: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const found = await tx.reconciliationFinding.findFirst({
      where: { id: differenceId, action: { conversation: visibleTo(person) } },
      include: { action: { select: { id: true, conversationId: true } } },
    });
    if (!found) throw new AppError('not_found', 'There is no such difference.');
    const resolved = await tx.reconciliationFinding.updateMany({
      where: { id: differenceId, resolvedAt: null },
      data: { resolvedAt: await databaseNow(tx), resolvedBy: person.id, how },
    });
    if (resolved.count === 0) throw new AppError('conflict', 'Somebody has closed it already.');
    await recordEvent(tx, 'action.changed', {
      conversationId: found.action.conversationId,
      actionId: found.action.id,
    });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'difference.resolve',
      subject: { kind: 'action', id: found.action.id },
      after: { kind: found.kind, how },
    });
  });
}
