import { maySee } from '../auth/may-see';
import type { PersonActor } from '../auth/permissions';
import { readPerson } from '../auth/read-person';
import type { EventData } from '../events/event.schema';
import { hearEvents } from '../events/live-hub';
import { formatCursor, parseCursor, type StoredEvent } from '../events/read-events';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { placeConversation } from './place-conversations';
import { watchPresence } from './watch-presence';

type Message = { id?: string; event?: string; data: unknown };
type Send = (...messages: Message[]) => void;

const retryMs = 500;

/**
 * Sends a person the events of conversations they may see, in order, from a cursor on, and who is where beside them.
 * Who is sent away (`person.changed`: disabled, signed out everywhere) hears nothing more. Answers how to stop.
 */
export async function hearConversations(
  actor: PersonActor,
  after: string | null,
  send: Send,
  end: () => void,
): Promise<() => void> {
  const entered = (await readPerson(actor.id))?.sessionVersion;
  let person = actor;
  let stopped = false;
  let telling = false;
  let waiting: StoredEvent[] = [];

  // One burst at a time: whose a conversation is may have to be asked, and the order must hold.
  async function tellOn(): Promise<void> {
    if (telling) return;
    telling = true;
    while (waiting.length > 0 && !stopped) {
      const burst = waiting;
      waiting = [];
      try {
        const messages = await chooseFor(burst);
        if (messages.length > 0 && !stopped) send(...messages);
      } catch (error) {
        // Passing over them would be a gap that the client's cursor hides.
        log.warn({ cause: causeOf(error) }, 'live events could not be sent, trying again');
        waiting = [...burst, ...waiting];
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    telling = false;
  }

  async function chooseFor(burst: StoredEvent[]): Promise<Message[]> {
    const messages: Message[] = [];
    for (const event of burst) {
      if (event.name === 'person.changed') await lookAgain(event);
      if (stopped) return [];
      if (await hears(person, event)) messages.push({ id: formatCursor(event), data: tell(event) });
    }
    return messages;
  }

  async function lookAgain(event: StoredEvent): Promise<void> {
    if ((event.data as EventData<'person.changed'>).personId !== person.id) return;
    const now = await readPerson(person.id);
    if (now && now.sessionVersion === entered) {
      person = now.actor;
      presence.turnTo(person);
    } else {
      stopped = true;
      end();
    }
  }

  const presence = await watchPresence(person, (data) => !stopped && send({ event: 'presence', data }));
  const stop = await hearEvents(parseCursor(after), {
    onEvent(event) {
      waiting.push(event);
      void tellOn();
    },
  });
  return () => {
    stopped = true;
    stop();
    presence.stop();
  };
}

/** What belongs to no conversation is for all, but for what somebody alone is told. */
async function hears(person: PersonActor, event: StoredEvent): Promise<boolean> {
  if (event.name === 'notification.made' || event.name === 'writing.kept')
    return (event.data as EventData<'notification.made' | 'writing.kept'>).personId === person.id;
  if (event.conversationId === null) return true;
  const { now, before } = await placeConversation(event.conversationId, formatCursor(event));
  return maySee(person, now) || maySee(person, before);
}

/** Which of one's own texts was kept goes along: the browser that wrote it need not ask. */
function tell({ name, conversationId, data }: StoredEvent) {
  if (name !== 'writing.kept') return { name, conversationId };
  const { kind, revision } = data as EventData<'writing.kept'>;
  return { name, conversationId, kind, revision };
}
