import { findThread } from '../conversations/find-thread';
import type { EventName } from '../events/event.schema';
import { hearEvents } from '../events/live-hub';
import { formatCursor, parseCursor, type StoredEvent } from '../events/read-events';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import type { ChatProgress } from './chat.schema';
import type { ChatVisitor } from './chat-visitor';
import { findChat } from './find-chat';
import { readChatMessage, readChatState } from './read-chat';

export type ChatSend = (message: { id?: string; event: string; data: unknown }) => void;

/** What each event means to the customer; what is internal means nothing. */
const meanings = {
  'message.received': 'message',
  'reply.posted': 'message',
  'turn.started': 'state',
  'turn.finished': 'state',
  'handoff.made': 'state',
  'conversation.changed': 'state',
  'conversation.rated': 'state',
  'turn.due': null,
  'note.posted': null,
  'action.changed': null,
  'action.approved': null,
  'action.refused': null,
  'signal.received': null,
  'review.changed': null,
  'customer.changed': null,
  'writing.kept': null,
  'notification.made': null,
  'alert.changed': null,
  'person.changed': null,
  'desk.changed': null,
  'intents.requested': null,
  'intents.trained': null,
  'intents.released': null,
  'intents.changed': null,
  'definition.changed': null,
  'tools.changed': null,
  'records.changed': null,
  'article.changed': null,
  'article.published': null,
  'import.requested': null,
  'import.confirmed': null,
  'import.changed': null,
  'history.requested': null,
  'history.changed': null,
} as const satisfies Record<EventName, 'message' | 'state' | null>;

const retryMs = 500;

/**
 * Tells a visitor what happens in their conversation, each thing once and in order, from `after` on; answers how to stop.
 * Throws `not_found` before anything is told.
 */
export async function watchChat(
  visitor: ChatVisitor,
  conversationId: string,
  after: string | null,
  send: ChatSend,
): Promise<() => void> {
  await findChat(visitor, conversationId);
  let stopped = false;
  let queue = Promise.resolve();
  let thread = await findThread(conversationId);

  async function tell(event: StoredEvent, meaning: 'message' | 'state'): Promise<void> {
    while (!stopped) {
      try {
        // Merged or split meanwhile: what belongs to it is asked anew whenever the desk changed something.
        if (event.name === 'conversation.changed') thread = await findThread(conversationId);
        const data = meaning === 'state' ? await readChatState(conversationId) : await readMessage(event);
        // Who holds it is named from their first answer on: it changes the state, and no other event says so.
        const answered = data && 'author' in data && data.author === 'agent';
        const state = answered ? await readChatState(conversationId) : null;
        if (data && !stopped) send({ id: formatCursor(event), event: meaning, data });
        if (state && !stopped) send({ event: 'state', data: state });
        return;
      } catch (error) {
        // Passing over it would be a gap that the visitor's cursor hides.
        log.warn({ cause: causeOf(error) }, 'a chat event could not be read, trying again');
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }

  function readMessage(event: StoredEvent) {
    return readChatMessage(thread, (event.data as { messageId: string }).messageId);
  }

  const stop = await hearEvents(parseCursor(after), {
    onEvent(event) {
      const meaning = meanings[event.name];
      if (!meaning) return;
      queue = queue.then(() =>
        thread.some((part) => part.conversationId === event.conversationId) ? tell(event, meaning) : undefined,
      );
    },
    onProgress({ conversationId: about, ...progress }) {
      if (about === conversationId && !stopped) send({ event: 'progress', data: progress satisfies ChatProgress });
    },
  });
  return () => {
    stopped = true;
    stop();
  };
}
