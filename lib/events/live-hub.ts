import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { type Progress, progressSchema } from './event.schema';
import { listen } from './listen';
import { type Cursor, latestCursor, readEvents, type StoredEvent } from './read-events';

export type Listener = { onEvent(event: StoredEvent): void; onProgress?(progress: Progress): void };

/** One listening connection and one reader for all live clients of this process. */
type Hub = { listeners: Set<Listener>; cursor: Cursor; reading: boolean; again: boolean };

const kept = globalThis as typeof globalThis & { batonHub?: Promise<Hub> };

function open(): Promise<Hub> {
  kept.batonHub ??= start().catch((error: unknown) => {
    kept.batonHub = undefined;
    throw error;
  });
  return kept.batonHub;
}

async function start(): Promise<Hub> {
  const hub: Hub = { listeners: new Set(), cursor: await latestCursor(), reading: false, again: false };
  listen(['baton_events', 'baton_progress'], (bell, payload) => {
    if (bell === 'baton_events') void pump(hub);
    else tell(hub, payload);
  });
  // An event below a transaction that was open when its bell rang becomes readable without a bell of its own.
  setInterval(() => void pump(hub), 500).unref();
  return hub;
}

async function pump(hub: Hub): Promise<void> {
  hub.again = true;
  if (hub.reading) return;
  hub.reading = true;
  try {
    while (hub.again) {
      hub.again = false;
      if (hub.listeners.size === 0) {
        hub.cursor = await latestCursor();
        continue;
      }
      const events = await readEvents(hub.cursor);
      for (const event of events) {
        hub.cursor = { xid: event.xid, seq: event.seq };
        for (const listener of hub.listeners) listener.onEvent(event);
      }
      if (events.length > 0) hub.again = true;
    }
  } catch (error) {
    log.warn({ cause: causeOf(error) }, 'live events could not be read, trying again');
  } finally {
    hub.reading = false;
  }
}

function tell(hub: Hub, payload: string): void {
  const parsed = progressSchema.safeParse(JSON.parse(payload));
  if (parsed.success) for (const listener of hub.listeners) listener.onProgress?.(parsed.data);
}

/**
 * Hears everything after `after` (from now on when absent), each event once and in order, until the answered function is called.
 * Events arriving while the past is read are held back and told after it.
 */
export async function hearEvents(after: Cursor | undefined, listener: Listener): Promise<() => void> {
  const hub = await open();
  let held: StoredEvent[] | undefined = [];
  let told: Cursor = after ?? hub.cursor;
  const later = (event: StoredEvent) => event.xid > told.xid || (event.xid === told.xid && event.seq > told.seq);
  const pass = (event: StoredEvent) => {
    if (!later(event)) return;
    told = { xid: event.xid, seq: event.seq };
    listener.onEvent(event);
  };
  const own: Listener = {
    onEvent: (event) => (held ? held.push(event) : pass(event)),
    onProgress: (progress) => listener.onProgress?.(progress),
  };
  hub.listeners.add(own);
  try {
    for (;;) {
      const past = await readEvents(told);
      past.forEach(pass);
      if (past.length < 500) break;
    }
  } catch (error) {
    hub.listeners.delete(own);
    throw error;
  }
  held.forEach(pass);
  held = undefined;
  return () => hub.listeners.delete(own);
}
