import { maySee, type Placement } from '../auth/may-see';
import type { PersonActor } from '../auth/permissions';
import { hearPresence } from '../events/live-hub';
import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { goneAfterSeconds, type PresenceNews, type Present } from './presence.schema';

type Place = { placement: Placement | null; people: Map<string, Present> };
type Watcher = (conversationIds: string[]) => void;
type Board = { places: Map<string, Place>; watchers: Set<Watcher>; looking: boolean; again: boolean };

const kept = globalThis as typeof globalThis & { batonPresence?: Promise<Board> };

/** Who stops beating, and what a broken line did not tell, is seen within this time. */
const lookMs = 2_500;
/** Rings of one moment are looked at together. */
const gatherMs = 15;

function open(): Promise<Board> {
  kept.batonPresence ??= start().catch((error: unknown) => {
    kept.batonPresence = undefined;
    throw error;
  });
  return kept.batonPresence;
}

/** One board a process: what the table says, read at each ring and every few seconds, and told where it has changed. */
async function start(): Promise<Board> {
  const board: Board = { places: new Map(), watchers: new Set(), looking: false, again: false };
  let gathering = false;
  await hearPresence(() => {
    if (gathering) return;
    gathering = true;
    setTimeout(() => {
      gathering = false;
      void look(board);
    }, gatherMs);
  });
  setInterval(() => board.watchers.size > 0 && void look(board), lookMs).unref();
  return board;
}

async function look(board: Board): Promise<void> {
  board.again = true;
  if (board.looking) return;
  board.looking = true;
  try {
    while (board.again) {
      board.again = false;
      const next = await read();
      const changed = [...new Set([...board.places.keys(), ...next.keys()])].filter(
        (id) => word(board.places.get(id)) !== word(next.get(id)),
      );
      // Whoever could see it before is told that it is empty now.
      for (const id of changed)
        if (!next.has(id)) next.set(id, { placement: board.places.get(id)?.placement ?? null, people: new Map() });
      board.places = next;
      if (changed.length > 0) for (const tell of board.watchers) tell(changed);
      for (const id of changed) if (next.get(id)?.people.size === 0) next.delete(id);
    }
  } catch (error) {
    log.warn({ cause: causeOf(error) }, 'presence could not be read, trying again');
  } finally {
    board.looking = false;
  }
}

type Row = Placement & Present & { conversationId: string };

/** Hundreds of people are hundreds of short rows: the whole table is one small read. */
async function read(): Promise<Map<string, Place>> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT p."conversationId"::text, c."teamId"::text, c."agentId"::text, w.id::text, w.name, w.hue, p.typing
    FROM "Presence" p JOIN "Conversation" c ON c.id = p."conversationId" JOIN "Person" w ON w.id = p."personId"
    WHERE p."beatAt" > clock_timestamp() - make_interval(secs => ${goneAfterSeconds}) AND w."disabledAt" IS NULL
    ORDER BY w.name, w.id`;
  const places = new Map<string, Place>();
  for (const { conversationId, teamId, agentId, ...present } of rows) {
    const place = places.get(conversationId) ?? { placement: { teamId, agentId }, people: new Map() };
    place.people.set(present.id, present);
    places.set(conversationId, place);
  }
  return places;
}

const word = (place: Place | undefined): string => JSON.stringify([...(place?.people.values() ?? [])]);

/** Tells a person who is in the conversations they may see: all of it at once, then what changes, and all again when they turn into somebody who may see other ones. */
export async function watchPresence(
  actor: PersonActor,
  tell: (news: PresenceNews) => void,
): Promise<{ stop: () => void; turnTo: (person: PersonActor) => void }> {
  const board = await open();
  let person = actor;
  const among = (ids: string[]) =>
    ids.flatMap((conversationId) => {
      const place = board.places.get(conversationId);
      return place && maySee(person, place.placement) ? [{ conversationId, people: [...place.people.values()] }] : [];
    });
  const watcher: Watcher = (changed) => {
    const places = among(changed);
    if (places.length > 0) tell({ whole: false, places });
  };
  const tellAll = () => tell({ whole: true, places: among([...board.places.keys()]) });
  if (board.watchers.size === 0) await look(board);
  board.watchers.add(watcher);
  tellAll();
  return {
    stop: () => board.watchers.delete(watcher),
    turnTo: (next) => {
      person = next;
      tellAll();
    },
  };
}
