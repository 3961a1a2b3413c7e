import { z } from 'zod';
import { personViewSchema } from './conversation.schema';

export const notificationViewSchema = z.object({
  id: z.string(),
  /** assigned, mentioned, replied, late, failed, budget, tools, alert. */
  kind: z.string(),
  says: z.string(),
  at: z.iso.datetime(),
  read: z.boolean(),
  by: personViewSchema.nullable(),
  conversation: z.object({ id: z.string(), customer: z.string(), gist: z.string() }).nullable(),
});
export type NotificationView = z.infer<typeof notificationViewSchema>;

export const notificationListSchema = z.object({ unread: z.number(), items: z.array(notificationViewSchema) });
export type NotificationList = z.infer<typeof notificationListSchema>;

/** What was read: some of them, those of a conversation that was opened, or all up to the newest that was seen. */
export const readNotificationsSchema = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(100) }),
  z.object({ conversationId: z.uuid() }),
  z.object({ until: z.iso.datetime() }),
]);
export type ReadNotifications = z.infer<typeof readNotificationsSchema>;
