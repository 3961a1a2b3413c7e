import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import type { ReadNotifications } from './notification.schema';

/** Marks one's own as read; in one's other browsers too. */
export async function readNotifications(person: PersonActor, which: ReadNotifications): Promise<void> {
  await inTransaction(async (tx) => {
    const where =
      'ids' in which
        ? { id: { in: which.ids } }
        : 'until' in which
          ? { createdAt: { lte: new Date(which.until) } }
          : { conversationId: which.conversationId };
    const unread = await tx.notification.findMany({
      where: { ...where, personId: person.id, readAt: null },
      select: { id: true },
    });
    const [first] = unread;
    if (!first) return;
    await tx.notification.updateMany({
      where: { id: { in: unread.map(({ id }) => id) } },
      data: { readAt: new Date() },
    });
    await recordEvent(tx, 'notification.made', { notificationId: first.id, personId: person.id });
  });
}
