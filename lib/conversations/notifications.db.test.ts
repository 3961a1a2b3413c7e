import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let hold: typeof import('./hold-conversation');
let list: typeof import('./list-notifications').listNotifications;
let markRead: typeof import('./read-notifications').readNotifications;
let notify: typeof import('./notify-person').notifyPerson;
let save: typeof import('../auth/save-preferences').savePreferences;
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  hold = await import('./hold-conversation');
  ({ listNotifications: list } = await import('./list-notifications'));
  ({ readNotifications: markRead } = await import('./read-notifications'));
  ({ notifyPerson: notify } = await import('./notify-person'));
  ({ savePreferences: save } = await import('../auth/save-preferences'));
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const replied = (personId: string, conversationId: string) =>
  transact((tx) => notify(tx, { personId, kind: 'replied', conversationId, says: 'The customer replied' }));

describe('notifications', () => {
  it('tell who was given a conversation, and not who took it', async () => {
    const { admin, agents } = desk.people;
    const [ines] = agents;
    const { id } = await desk.conversation({ holder: 'queue' });
    await hold.assignConversation(admin, id, { personId: admin.id });
    expect(await list(admin)).toEqual({ unread: 0, items: [] });
    await hold.assignConversation(admin, id, { personId: ines.id });
    expect(await list(ines)).toMatchObject({
      unread: 1,
      items: [{ kind: 'assigned', read: false, by: { id: admin.id }, conversation: { id, customer: 'Ada Winter' } }],
    });
    await markRead(ines, { conversationId: id });
    expect(await list(ines)).toMatchObject({ unread: 0, items: [{ read: true }] });
  });

  it('are one line for many replies until it is read, also of two at once', async () => {
    const { supervisor } = desk.people;
    const { id } = await desk.conversation();
    await Promise.all([replied(supervisor.id, id), replied(supervisor.id, id), replied(supervisor.id, id)]);
    expect((await list(supervisor)).items).toHaveLength(1);
    await markRead(supervisor, { until: new Date(Date.now() + 1_000).toISOString() });
    await replied(supervisor.id, id);
    expect(await list(supervisor)).toMatchObject({ unread: 1, items: [{ read: false }, { read: true }] });
  });

  it('are not made of what a person does not want to hear', async () => {
    const [, kofi] = desk.people.agents;
    const { id } = await desk.conversation();
    await save(kofi, { notify: { assigned: true, mentioned: true, replied: false, late: true, approval: true } });
    await replied(kofi.id, id);
    expect((await list(kofi)).items).toEqual([]);
    await save(kofi, { notify: { assigned: true, mentioned: true, replied: true, late: true, approval: true } });
    await replied(kofi.id, id);
    expect((await list(kofi)).items).toHaveLength(1);
  });

  it('are one’s own: nobody reads or marks another’s, and a conversation out of sight is not named', async () => {
    const { admin, agents } = desk.people;
    const [ines, kofi] = agents;
    const { id } = await desk.conversation({ teamId: desk.teams.orders });
    await replied(ines.id, id);
    const [mine] = (await list(ines)).items;
    await markRead(kofi, { ids: [mine!.id] });
    expect((await list(ines)).items[0]).toMatchObject({ id: mine!.id, read: false });
    expect((await list(admin)).items.map((one) => one.id)).not.toContain(mine!.id);
    await desk.db.conversation.update({ where: { id }, data: { teamId: desk.teams.billing! } });
    expect((await list(ines)).items[0]).toMatchObject({ id: mine!.id, conversation: null });
  });
});
