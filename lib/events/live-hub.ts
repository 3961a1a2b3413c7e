import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { type Progress, progressSchema } from './event.schema';
import { listen } from './listen';
import { type Cursor, latestCursor, readEvents, type StoredEvent } from './read-events';

export type Listener = { onEvent(event: StoredEvent): void; onProgress?(progress: Progress): void };

/** One listening connection and one reader for all live clients of this process. */
type Hub = {
  listeners: Set<Listener>;
  presence: Set<() => void>;
  cursor: Cursor;
  reading: boolean;
  again: boolean;
};

/**
 * The first event is told at once; what follows waits this long for each listener and is then told together. A read costs
 * a write to every client: for five hundred of them one in a tenth of a second, for a few none at all.
 */
const gatherMsEach = 0.2;
const longestGatherMs = 100;
/** A bell whose event cannot be read yet, because an older transaction is still open: looked for again after these. */
const retriesMs = [10, 20, 40, 80];

const kept = globalThis as typeof globalThis & { batonHub?: Promise<Hub> };

function open(): Promise<Hub> {
  kept.batonHub ??= start().catch((error: unknown) => {
    kept.batonHub = undefined;
    throw error;
  });
  return kept.batonHub;
}

async function start(): Promise<Hub> {
  const hub: Hub = {
    listeners: new Set(),
    presence: new Set(),
    cursor: await latestCursor(),
    reading: false,
    again: false,
  };
  listen(['baton_events', 'baton_progress', 'baton_presence'], (bell, payload) => {
    if (bell === 'baton_events') void pump(hub, retriesMs);
    else if (bell === 'baton_progress') tellProgress(hub, payload);
    else for (const hear of hub.presence) hear();
  });
  // An event below a transaction that was open when its bell rang becomes readable without a bell of its own.
  setInterval(() => void pump(hub, []), 500).unref();
  return hub;
}

async function pump(hub: Hub, retries: readonly number[]): Promise<void> {
  hub.again = true;
  if (hub.reading) return;
  hub.reading = true;
  let waits = retries;
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
      const [wait, ...later] = waits;
      if (events.length > 0) {
        hub.again = true;
        waits = [];
        await pause(Math.min(longestGatherMs, hub.listeners.size * gatherMsEach));
      } else if (wait !== undefined) {
        hub.again = true;
        waits = later;
        await pause(wait);
      }
    }
  } catch (error) {
    log.warn({ cause: causeOf(error) }, 'live events could not be read, trying again');
  } finally {
    hub.reading = false;
  }
}

const pause = (ms: number) => (ms < 1 ? undefined : new Promise((resolve) => setTimeout(resolve, ms)));

function tellProgress(hub: Hub, payload: string): void {
  const parsed = progressSchema.safeParse(JSON.parse(payload));
  if (parsed.success) for (const listener of hub.listeners) listener.onProgress?.(parsed.data);
}

/**
 * Hears of comings and goings in conversations until the answered function is called; the bell says
 * that something changed, not what, and what was rung on a broken line is lost.
 */
export async function hearPresence(hear: () => void): Promise<() => void> {
  const hub = await open();
  hub.presence.add(hear);
  return () => hub.presence.delete(hear);
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
