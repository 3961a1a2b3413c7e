import { type NotificationKind, notificationKindSchema, parsePreferences } from '../auth/preferences.schema';
import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';

export type NewNotification = {
  personId: string;
  kind: NotificationKind | 'failed' | 'difference';
  conversationId: string;
  messageId?: string;
  /** Whose doing it is: nobody is told of their own. */
  byId?: string;
  /** In words of ours: nothing a customer wrote stands in it. */
  says: string;
};

/**
 * Tells a person something in the caller's transaction, unless they want to hear nothing of its kind; what failed is always
 * told. What one has not read yet is brought up to date, so that ten messages of one customer are one line.
 */
export async function notifyPerson(tx: Tx, notification: NewNotification): Promise<void> {
  const { personId, kind, conversationId, byId } = notification;
  if (byId === personId) return;
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { preferences: true, disabledAt: true },
  });
  if (!person || person.disabledAt) return;
  const choice = notificationKindSchema.safeParse(kind);
  if (choice.success && !parsePreferences(person.preferences).notify[choice.data]) return;
  // One line at a time for a person and conversation: two messages at once would otherwise both find none.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778204, hashtext(${`${personId}:${conversationId}`}))`;
  const unread = await tx.notification.findFirst({
    where: { personId, kind, conversationId, readAt: null },
    select: { id: true },
  });
  const { id } = unread
    ? await tx.notification.update({
        where: { id: unread.id },
        data: { ...notification, createdAt: new Date() },
        select: { id: true },
      })
    : await tx.notification.create({ data: notification, select: { id: true } });
  await recordEvent(tx, 'notification.made', { notificationId: id, personId });
}
