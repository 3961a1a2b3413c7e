'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { readNotifications } from '@/app/(workspace)/notifications/actions';
import { fetchJson } from '@/components/shell/fetch-json';
import {
  type NotificationList,
  type NotificationView,
  notificationListSchema,
  type ReadNotifications,
} from '@/lib/conversations/notification.schema';

/** The first word of the event `notification.made`, which makes it old. */
const key = ['notification'] as const;

export function useNotifications() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => fetchJson('/api/notifications', notificationListSchema, signal),
  });
}

const isMeant = (which: ReadNotifications, { id, at, conversation }: NotificationView): boolean =>
  'ids' in which
    ? which.ids.includes(id)
    : 'until' in which
      ? at <= which.until
      : conversation?.id === which.conversationId;

/** Marks as read, at once, and takes it back, saying so, when the server does not agree. */
export function useReading() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (which: ReadNotifications) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<NotificationList>(key);
      if (before) {
        const items = before.items.map((one) => (isMeant(which, one) ? { ...one, read: true } : one));
        const fewer = items.filter(({ read }) => read).length - before.items.filter(({ read }) => read).length;
        client.setQueryData<NotificationList>(key, { unread: Math.max(0, before.unread - fewer), items });
      }
      const result = await readNotifications(which).catch(() => null);
      if (result?.ok) return;
      if (before) client.setQueryData(key, before);
      toast.error('They were not marked as read', {
        description: result ? result.message : 'The server cannot be reached.',
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
