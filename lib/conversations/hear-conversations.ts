import { maySee } from '../auth/may-see';
import { may, type PersonActor } from '../auth/permissions';
import { readPerson } from '../auth/read-person';
import type { EventData } from '../events/event.schema';
import { hearEvents } from '../events/live-hub';
import { formatCursor, parseCursor, type StoredEvent } from '../events/read-events';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { placeConversation, placedConversation, type Seen } from './place-conversations';
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
      const heard = hears(person, event);
      if (heard === true || (heard !== false && (await heard))) messages.push(messageOf(event));
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

// One object for all clients: what is sent is put into words once.
const told = new WeakMap<StoredEvent, Message & { id: string }>();

function messageOf(event: StoredEvent): Message & { id: string } {
  const known = told.get(event);
  if (known) return known;
  const message = { id: formatCursor(event), data: { name: event.name, conversationId: event.conversationId } };
  told.set(event, message);
  return message;
}

/**
 * What belongs to no conversation is for all, but for what somebody alone is told. Answers at once where nothing has to be
 * asked: a promise for each client and event is most of the work otherwise.
 */
function hears(person: PersonActor, event: StoredEvent): boolean | Promise<boolean> {
  if (event.name === 'notification.made') return (event.data as EventData<'notification.made'>).personId === person.id;
  if (event.conversationId === null || may(person, 'conversations.see_all')) return true;
  const { id } = messageOf(event);
  const seen = placedConversation(id);
  const sees = ({ now, before }: Seen) => maySee(person, now) || maySee(person, before);
  return seen ? sees(seen) : placeConversation(event.conversationId, id).then(sees);
}
