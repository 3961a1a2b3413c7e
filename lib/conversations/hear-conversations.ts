import { may, type PersonActor, visibleTo } from '../auth/permissions';
import { hearEvents } from '../events/live-hub';
import { formatCursor, parseCursor, type StoredEvent } from '../events/read-events';
import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';

type Send = (message: { id?: string; data: unknown }) => void;

/** Sends a person the events of conversations they may see, in order, from a cursor on. Answers how to stop. */
export async function hearConversations(person: PersonActor, after: string | null, send: Send): Promise<() => void> {
  // One at a time: whether an event may be seen is asked of the database, and the order must hold.
  let line: Promise<void> = Promise.resolve();
  const pass = async (event: StoredEvent) => {
    if (await sees(person, event.conversationId)) {
      send({ id: formatCursor(event), data: { name: event.name, conversationId: event.conversationId } });
    }
  };
  return hearEvents(parseCursor(after), {
    onEvent(event) {
      line = line
        .then(() => pass(event))
        .catch((error: unknown) => log.warn({ cause: causeOf(error) }, 'a live event was not sent'));
    },
  });
}

async function sees(person: PersonActor, conversationId: string | null): Promise<boolean> {
  if (may(person, 'conversations.see_all') || conversationId === null) return true;
  return (await db().conversation.count({ where: { AND: [{ id: conversationId }, visibleTo(person)] } })) > 0;
}
