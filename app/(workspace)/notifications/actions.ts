'use server';

import { type ReadNotifications, readNotificationsSchema } from '@/lib/conversations/notification.schema';
import { readNotifications as noteRead } from '@/lib/conversations/read-notifications';
import { personAction } from '@/lib/http/action';

const reading = personAction({ permission: 'conversations.work', input: readNotificationsSchema }, noteRead);

export async function readNotifications(which: ReadNotifications) {
  return reading(which);
}
