import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCursor } from '../events/read-events';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { PresenceNews } from './presence.schema';

type Sent = { id?: string; event?: string; data: unknown };

let desk: TestDatabase;
let hear: typeof import('./hear-conversations').hearConversations;
let beat: typeof import('./beat-presence').beatPresence;
let record: typeof import('../events/record-event').recordEvent;
let latest: typeof import('../events/read-events').latestCursor;
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ hearConversations: hear } = await import('./hear-conversations'));
  ({ beatPresence: beat } = await import('./beat-presence'));
  ({ recordEvent: record } = await import('../events/record-event'));
  ({ latestCursor: latest } = await import('../events/read-events'));
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const change = (conversationId: string) => transact((tx) => record(tx, 'conversation.changed', { conversationId }));
const seen = expect.poll;

/** A live client as a browser is one: it knows the last place it was told and goes on from there. */
async function listen(person: TestDatabase['people']['admin'], after: string | null = null) {
  const sent: Sent[] = [];
  const client = {
    sent,
    ended: false,
    last: after,
    places: new Map<string, string[]>(),
    stop: (): void => undefined,
  };
  const stop = await hear(
    person,
    after,
    (...messages) => {
      for (const message of messages) {
        if (message.event === 'presence') {
          const news = message.data as PresenceNews;
          if (news.whole) client.places.clear();
          for (const { conversationId, people } of news.places)
            client.places.set(
              conversationId,
              people.map(({ name, typing }) => `${name}${typing ? ' writes' : ''}`),
            );
        } else {
          sent.push(message);
          client.last = message.id ?? client.last;
        }
      }
    },
    () => {
      client.ended = true;
    },
  );
  client.stop = stop;
  return client;
}
const about = (sent: Sent[], id: string) =>
  sent.filter(({ data }) => (data as { conversationId: string }).conversationId === id);

describe('hearConversations', () => {
  it('tells each client what it may see, and once more when it loses sight of it', async () => {
    const [ines, kofi] = desk.people.agents;
    const { id } = await desk.conversation({ teamId: desk.teams.orders });
    const clients = await Promise.all([listen(desk.people.admin), listen(ines), listen(kofi)]);
    const counts = () => clients.map(({ sent }) => about(sent, id).length);
    expect([ines.teamIds.includes(desk.teams.orders!), kofi.teamIds.includes(desk.teams.orders!)]).toEqual([
      true,
      false,
    ]);
    await change(id);
    await seen(counts).toEqual([1, 1, 0]);
    await desk.db.conversation.update({ where: { id }, data: { teamId: desk.teams.billing! } });
    await change(id);
    await seen(counts).toEqual([2, 2, 1]);
    await change(id);
    await seen(counts).toEqual([3, 2, 2]);
    for (const { stop } of clients) stop();
  });

  it('loses and doubles nothing for a client that is cut off and comes back', async () => {
    const { id } = await desk.conversation();
    // A page begins where it was made, so that what happens before its line stands is not lost either.
    let client = await listen(desk.people.admin, formatCursor(await latest()));
    const heard: string[] = [];
    for (let round = 0; round < 6; round++) {
      await Promise.all([change(id), change(id), change(id)]);
      client.stop();
      heard.push(...about(client.sent, id).map((one) => one.id!));
      await change(id); // while nobody listens
      client = await listen(desk.people.admin, client.last);
    }
    await seen(() => heard.length + about(client.sent, id).length).toBe(24);
    client.stop();
    heard.push(...about(client.sent, id).map((one) => one.id!));
    expect(new Set(heard).size).toBe(24);
  });

  it('ends the line of who is disabled', async () => {
    const { supervisor } = desk.people;
    const client = await listen(supervisor);
    await transact((tx) => record(tx, 'person.changed', { personId: supervisor.id }));
    // It may also hear what was said a moment before it came: while another transaction is open, that is not read yet.
    const changes = () => client.sent.filter(({ data }) => (data as { name: string }).name === 'person.changed').length;
    await seen(changes).toBe(1);
    expect(client.ended).toBe(false);
    await desk.db.person.update({ where: { id: supervisor.id }, data: { disabledAt: new Date() } });
    await transact((tx) => record(tx, 'person.changed', { personId: supervisor.id }));
    await seen(() => client.ended).toBe(true);
    await desk.db.person.update({ where: { id: supervisor.id }, data: { disabledAt: null } });
    client.stop();
  });
});

describe('presence', () => {
  const here = (conversationId: string, typing = false) => ({ conversationId, typing, left: null });

  it('is told to who may see the conversation: who came, who writes, who left', async () => {
    const [ines, kofi] = desk.people.agents;
    const { id } = await desk.conversation({ teamId: desk.teams.orders });
    const [admin, other] = await Promise.all([listen(desk.people.admin), listen(kofi)]);
    await beat(ines, here(id));
    await seen(() => admin.places.get(id)).toEqual([ines.name]);
    await beat(ines, here(id, true));
    await seen(() => admin.places.get(id)).toEqual([`${ines.name} writes`]);
    const late = await listen(desk.people.admin);
    expect(late.places.get(id)).toEqual([`${ines.name} writes`]);
    await beat(ines, { conversationId: null, typing: false, left: id });
    await seen(() => admin.places.get(id)).toEqual([]);
    expect(other.places.has(id)).toBe(false);
    for (const { stop } of [admin, other, late]) stop();
  });

  it('is not noted where one may not be', async () => {
    const [, kofi] = desk.people.agents;
    const { id } = await desk.conversation({ teamId: desk.teams.orders });
    await beat(kofi, here(id));
    expect(await desk.db.presence.count({ where: { conversationId: id } })).toBe(0);
  });

  it('ends by itself when the beat stops', async () => {
    const [ines] = desk.people.agents;
    const { id } = await desk.conversation();
    const client = await listen(desk.people.admin);
    await beat(ines, here(id));
    await seen(() => client.places.get(id)).toEqual([ines.name]);
    await desk.db
      .$executeRaw`UPDATE "Presence" SET "beatAt" = clock_timestamp() - interval '26 seconds' WHERE "conversationId" = ${id}::uuid`;
    await seen(() => client.places.get(id), { timeout: 6_000 }).toEqual([]);
    client.stop();
  });
});
