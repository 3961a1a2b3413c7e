import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';

export type NewNotification = {
  personId: string;
  kind: string;
  conversationId: string;
  messageId?: string;
  byId?: string;
  /** In words of ours: nothing a customer wrote stands in it. */
  says: string;
};

/** Tells a person something in the caller's transaction. */
export async function notifyPerson(tx: Tx, notification: NewNotification): Promise<void> {
  const { id } = await tx.notification.create({ data: notification, select: { id: true } });
  await recordEvent(tx, 'notification.made', { notificationId: id, personId: notification.personId });
}
