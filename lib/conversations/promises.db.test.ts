import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let hold: typeof import('./hold-conversation');
let write: typeof import('./write-message');
let snooze: typeof import('./snooze-conversation');
let priority: typeof import('./set-priority').setPriority;
let append: typeof import('./append-message').appendMessage;
let stamp: typeof import('./stamp-promise').stampPromise;
let notice: typeof import('./notice-late').noticeLate;
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  hold = await import('./hold-conversation');
  write = await import('./write-message');
  snooze = await import('./snooze-conversation');
  ({ setPriority: priority } = await import('./set-priority'));
  ({ appendMessage: append } = await import('./append-message'));
  ({ stampPromise: stamp } = await import('./stamp-promise'));
  ({ noticeLate: notice } = await import('./notice-late'));
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const read = (id: string) => desk.db.conversation.findUniqueOrThrow({ where: { id } });
const customerSays = (id: string) =>
  transact((tx) =>
    append(tx, { conversationId: id, channelId: desk.channels.api, author: 'customer', text: 'And now?' }),
  );
/** Minutes from now until it is due, rounded. */
const minutesLeft = async (id: string) => {
  const { dueAt } = await read(id);
  return dueAt === null ? null : Math.round((dueAt.getTime() - Date.now()) / 60_000);
};

describe('a promise', () => {
  it('runs from the queue to the answer, and anew from the customer’s next word', async () => {
    const { admin } = desk.people;
    const { id } = await desk.conversation();
    expect(await minutesLeft(id)).toBeNull();
    await hold.assignConversation(admin, id, { teamId: desk.teams.orders! });
    expect(await minutesLeft(id)).toBe(60);
    expect(await read(id)).toMatchObject({ dueKind: 'first_reply' });
    await priority(admin, { conversationIds: [id], priority: 2 });
    expect(await minutesLeft(id)).toBe(30);
    await hold.takeConversation(admin, id);
    expect(await minutesLeft(id)).toBe(30);
    await write.writeReply(admin, { conversationId: id, text: 'Here I am' });
    expect(await read(id)).toMatchObject({ dueAt: null, dueKind: null, firstReplyAt: expect.any(Date) });
    await customerSays(id);
    expect(await read(id)).toMatchObject({ dueKind: 'next_reply', waitingSince: expect.any(Date) });
    await snooze.snoozeConversation(admin, { conversationId: id, until: null });
    expect(await read(id)).toMatchObject({ dueAt: null, dueKind: 'next_reply', pausedSeconds: 1800 });
    await snooze.unsnoozeConversation(admin, id);
    expect(await minutesLeft(id)).toBe(30);
    await hold.solveConversation(admin, id);
    expect(await read(id)).toMatchObject({ dueAt: null, dueKind: null, pausedSeconds: null, clocks: {} });
  });

  it('of the first policy that fits holds, by its calendar', async () => {
    const { admin } = desk.people;
    const calendar = await desk.db.calendar.create({
      data: {
        id: randomUUID(),
        name: 'Never on the day it is asked',
        timeZone: 'UTC',
        hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })),
        holidays: [{ date: new Date().toISOString().slice(0, 10), name: 'Today' }],
      },
    });
    await desk.db.slaPolicy.create({
      data: {
        id: randomUUID(),
        name: 'Billing',
        position: -1,
        fits: { teamIds: [desk.teams.billing!] },
        firstReplyMinutes: 5,
        calendarId: calendar.id,
      },
    });
    const { id } = await desk.conversation();
    await hold.assignConversation(admin, id, { teamId: desk.teams.billing! });
    const midnight = new Date();
    midnight.setUTCHours(24, 5, 0, 0);
    expect((await read(id)).dueAt).toEqual(midnight);
  });

  it('nearly broken and broken is told once each, by two workers at once too', async () => {
    const { supervisor } = desk.people;
    const { id } = await desk.conversation({ holder: 'agent', agentId: supervisor.id, waitingSince: new Date() });
    const since = async (minutes: number) => {
      await desk.db.conversation.update({
        where: { id },
        data: { waitingSince: new Date(Date.now() - minutes * 60_000), clocks: {} },
      });
      await transact((tx) => stamp(tx, id));
    };
    const told = async () =>
      (await desk.db.notification.findMany({ where: { conversationId: id }, orderBy: { createdAt: 'asc' } })).map(
        (one) => [one.personId === supervisor.id, one.says],
      );
    await since(10);
    await Promise.all([notice(), notice()]);
    expect(await told()).toEqual([]);
    await since(50);
    await Promise.all([notice(), notice()]);
    await notice();
    expect(await told()).toEqual([[true, 'The first reply is due within 15 minutes']]);
    expect(await read(id)).toMatchObject({ breachedAt: null });
    await since(61);
    await Promise.all([notice(), notice()]);
    await notice();
    // In place of what was said before, as long as nobody has read that.
    expect(await told()).toEqual([[true, 'The first reply is late']]);
    expect(await read(id)).toMatchObject({ breachedAt: expect.any(Date) });
    const lines = await desk.db.message.count({ where: { conversationId: id, text: 'The first reply is late' } });
    expect(lines).toBe(1);
  });
});
