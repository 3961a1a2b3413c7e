import { type PersonActor, visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import { restoreFor } from '../privacy/restore-for';
import type { NotificationList } from './notification.schema';

const most = 40;

/** A person's own, the newest first. Of a conversation they may not see any more only the words of ours are left. */
export async function listNotifications(person: PersonActor): Promise<NotificationList> {
  const [rows, unread] = await Promise.all([
    db().notification.findMany({ where: { personId: person.id }, orderBy: { createdAt: 'desc' }, take: most }),
    db().notification.count({ where: { personId: person.id, readAt: null } }),
  ]);
  const about = [...new Set(rows.flatMap(({ conversationId }) => conversationId ?? []))];
  const by = [...new Set(rows.flatMap(({ byId }) => byId ?? []))];
  const [conversations, people, restore] = await Promise.all([
    db().conversation.findMany({
      where: { AND: [{ id: { in: about } }, visibleTo(person)] },
      select: { id: true, gist: true, customer: { select: { name: true } } },
    }),
    db().person.findMany({ where: { id: { in: by } }, select: { id: true, name: true, hue: true } }),
    restoreFor(person, about),
  ]);
  const conversationOf = new Map(conversations.map((one) => [one.id, one]));
  const personOf = new Map(people.map((one) => [one.id, one]));
  return {
    unread,
    items: rows.map(({ id, kind, says, createdAt, readAt, byId, conversationId }) => {
      const conversation = conversationId ? conversationOf.get(conversationId) : undefined;
      return {
        id,
        kind,
        says,
        at: createdAt.toISOString(),
        read: readAt !== null,
        by: (byId && personOf.get(byId)) || null,
        conversation: conversation
          ? restore(conversation.id, {
              id: conversation.id,
              customer: conversation.customer.name,
              gist: conversation.gist,
            })
          : null,
      };
    }),
  };
}
