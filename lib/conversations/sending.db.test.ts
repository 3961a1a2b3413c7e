import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { SendReply } from './writing.schema';

let desk: TestDatabase;
let sendReply: typeof import('./send-reply').sendReply;
let sendOutgoing: typeof import('./send-outgoing').sendOutgoing;
let back: typeof import('./take-back-reply');
let keepWriting: typeof import('./keep-writing').keepWriting;
let view: typeof import('./view-conversation').viewConversation;
let hold: typeof import('./hold-conversation');
let append: typeof import('./append-message').appendMessage;
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ sendReply } = await import('./send-reply'));
  ({ sendOutgoing } = await import('./send-outgoing'));
  back = await import('./take-back-reply');
  ({ keepWriting } = await import('./keep-writing'));
  ({ viewConversation: view } = await import('./view-conversation'));
  hold = await import('./hold-conversation');
  ({ appendMessage: append } = await import('./append-message'));
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const reply = (conversationId: string, more: Partial<SendReply> = {}): SendReply => ({
  kind: 'reply',
  conversationId,
  text: 'It leaves today. Write to marla.quint@example.org',
  draftId: null,
  solve: false,
  actions: [],
  attachmentIds: [],
  sendAt: null,
  since: null,
  anyway: false,
  ...more,
});
const taken = async () => {
  const { id } = await desk.conversation({ holder: 'queue' });
  await hold.takeConversation(desk.people.admin, id);
  return id;
};
const replies = (conversationId: string) =>
  desk.db.message.findMany({ where: { conversationId, kind: 'reply', author: 'agent' } });
/** Its seconds are over. */
const ripen = (conversationId: string) =>
  desk.db.outgoingReply.updateMany({ where: { conversationId }, data: { sendAt: new Date(Date.now() - 1_000) } });
const write = (text: string, seen: number) => ({
  kind: 'reply' as const,
  text,
  draftId: null,
  taken: null,
  attachmentIds: [],
  actions: [],
  seen,
});

describe('writing', () => {
  it('is kept sealed, comes back, and the browser that saw less does not overwrite', async () => {
    const { admin } = desk.people;
    const id = await taken();
    expect(await keepWriting(admin, id, write('Call marla.quint@example.org', 0))).toEqual({ kept: true, revision: 1 });
    expect(await keepWriting(admin, id, write('Call marla.quint@example.org now', 1))).toEqual({
      kept: true,
      revision: 2,
    });
    const old = await keepWriting(admin, id, write('From another browser', 1));
    expect(old).toMatchObject({ kept: false, newer: { text: 'Call marla.quint@example.org now', revision: 2 } });
    expect((await view(admin, id)).writing.reply).toMatchObject({
      text: 'Call marla.quint@example.org now',
      revision: 2,
    });
    const rows = JSON.stringify([
      await desk.db.writing.findMany(),
      await desk.db.outboxEvent.findMany({ where: { conversationId: id }, select: { data: true } }),
    ]);
    expect(rows).not.toContain('marla');
    expect(rows).not.toContain('another browser');
  });

  it('that was still on its way when the reply was sent comes too late', async () => {
    const { admin } = desk.people;
    const id = await taken();
    await sendReply(admin, reply(id));
    expect(await keepWriting(admin, id, write(reply(id).text, 0))).toMatchObject({ kept: false, newer: { text: '' } });
    expect((await view(admin, id)).writing.reply?.text).toBe('');
  });

  it('destroys card data before it is kept', async () => {
    const { admin } = desk.people;
    const id = await taken();
    await keepWriting(admin, id, write('4111 1111 1111 1111', 0));
    expect((await view(admin, id)).writing.reply?.text).toBe('[card number removed]');
  });

  it('is offered to whoever has the conversation after, and to nobody else', async () => {
    const { admin, supervisor, agents } = desk.people;
    const id = await taken();
    await keepWriting(admin, id, write('Half a rep', 0));
    expect((await view(supervisor, id)).writing.left).toBeNull();
    await hold.assignConversation(admin, id, { personId: supervisor.id });
    expect((await view(supervisor, id)).writing.left).toMatchObject({ person: { id: admin.id }, text: 'Half a rep' });
    expect((await view(agents[0], id)).writing.left).toBeNull();
    expect((await view(admin, id)).writing.reply?.text).toBe('Half a rep');
  });
});

describe('a reply with seconds to undo', () => {
  it('waits, is sent once by two workers, and stands with placeholders', async () => {
    const { admin } = desk.people;
    const id = await taken();
    await keepWriting(admin, id, write('It leaves', 0));
    const sent = await sendReply(admin, reply(id, { solve: true }));
    expect(sent).toMatchObject({ seconds: 10 });
    await sendOutgoing();
    expect(await replies(id)).toEqual([]);
    const open = await view(admin, id);
    expect(open.outgoing).toMatchObject([{ mine: true, scheduled: false, solve: true }]);
    expect(open.writing.reply?.text).toBe('');
    expect(JSON.stringify(await desk.db.outgoingReply.findMany())).not.toContain('marla');
    await ripen(id);
    await Promise.all([sendOutgoing(), sendOutgoing(), sendOutgoing()]);
    expect((await replies(id)).map(({ text }) => text)).toEqual(['It leaves today. Write to [EMAIL_1]']);
    expect(await desk.db.conversation.findUnique({ where: { id } })).toMatchObject({ state: 'closed' });
    await expect(back.takeBackReply(admin, sent.outgoingId ?? '')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is taken back, by its writer alone, and is again what they write', async () => {
    const { admin, supervisor } = desk.people;
    const id = await taken();
    const { outgoingId } = await sendReply(admin, reply(id));
    await expect(back.takeBackReply(supervisor, outgoingId ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await keepWriting(admin, id, write('And more', 1));
    await back.takeBackReply(admin, outgoingId ?? '');
    await ripen(id);
    await sendOutgoing();
    expect(await replies(id)).toEqual([]);
    expect((await view(admin, id)).writing.reply?.text).toBe(`${reply(id).text}\n\nAnd more`);
  });

  it('of undo and worker at once one wins, and the text is in exactly one place', async () => {
    const { admin } = desk.people;
    for (let round = 0; round < 8; round++) {
      const id = await taken();
      const { outgoingId } = await sendReply(admin, reply(id));
      await ripen(id);
      const [undo] = await Promise.allSettled([back.takeBackReply(admin, outgoingId ?? ''), sendOutgoing()]);
      const kept = (await view(admin, id)).writing.reply?.text ?? '';
      expect((await replies(id)).length).toBe(undo?.status === 'fulfilled' ? 0 : 1);
      expect(kept !== '').toBe(undo?.status === 'fulfilled');
    }
  });

  it('given away meanwhile it fails: the writer hears why and has the text back', async () => {
    const { admin, supervisor } = desk.people;
    const id = await taken();
    await sendReply(admin, reply(id));
    await hold.assignConversation(admin, id, { personId: supervisor.id });
    await ripen(id);
    await sendOutgoing();
    expect(await replies(id)).toEqual([]);
    expect(await desk.db.outgoingReply.findFirst({ where: { conversationId: id } })).toMatchObject({ state: 'failed' });
    expect((await view(admin, id)).writing.reply?.text).toBe(reply(id).text);
    const heard = await desk.db.notification.findMany({ where: { personId: admin.id, conversationId: id } });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.says).not.toContain('marla');
  });

  it('does not solve over what the customer said since', async () => {
    const { admin } = desk.people;
    const id = await taken();
    await sendReply(admin, reply(id, { solve: true }));
    const channelId = desk.channels.api;
    await transact((tx) =>
      append(tx, { conversationId: id, channelId, author: 'customer', text: 'And one thing more' }),
    );
    await ripen(id);
    await sendOutgoing();
    expect(await replies(id)).toHaveLength(1);
    expect(await desk.db.conversation.findUnique({ where: { id } })).toMatchObject({ state: 'open' });
  });
});

describe('a reply at an hour', () => {
  it('waits above the composer, and can go out now', async () => {
    const { admin } = desk.people;
    const id = await taken();
    const sendAt = new Date(Date.now() + 3_600_000).toISOString();
    const { outgoingId } = await sendReply(admin, reply(id, { sendAt }));
    await sendOutgoing();
    expect((await view(admin, id)).outgoing).toMatchObject([{ scheduled: true, sendAt }]);
    expect(await back.sendNow(admin, outgoingId ?? '')).toEqual({ conversationId: id, sent: true });
    expect(await replies(id)).toHaveLength(1);
  });

  it('is refused in the past and further than a year ahead', async () => {
    const id = await taken();
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    for (const sendAt of [at(-1), at(400)])
      await expect(sendReply(desk.people.admin, reply(id, { sendAt }))).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('without seconds to undo', () => {
  it('is sent at once; from who does not hold it, never', async () => {
    const { admin, supervisor } = desk.people;
    const person = { where: { id: admin.id } };
    await desk.db.person.update({ ...person, data: { preferences: { undoSeconds: 0 } } });
    const id = await taken();
    expect(await sendReply(admin, reply(id, { text: 'My card is 4111 1111 1111 1111' }))).toMatchObject({
      outgoingId: null,
    });
    expect((await replies(id)).map(({ text }) => text)).toEqual(['My card is [card number removed]']);
    await expect(sendReply(supervisor, reply(id))).rejects.toMatchObject({ code: 'conflict' });
    await desk.db.person.update({ ...person, data: { preferences: {} } });
  });
});

describe('two who answer at once', () => {
  const [noSince, anyway] = [{}, { anyway: true }];
  const present = (conversationId: string, typing: boolean, ago = 0) =>
    desk.db.presence.create({
      data: {
        conversationId,
        personId: desk.people.supervisor.id,
        typing,
        beatAt: new Date(Date.now() - ago * 1_000),
      },
    });

  it.each([
    ['a colleague who looks on is no matter', false, 0, noSince, null],
    ['one who writes is asked about first', true, 0, noSince, { kind: 'writing' }],
    ['unless one knows', true, 0, anyway, null],
    ['one whose beat stopped writes no more', true, 26, noSince, null],
  ] as const)('%s', async (_, typing, ago, more, expected) => {
    const id = await taken();
    await present(id, typing, ago);
    const { collision, outgoingId } = await sendReply(desk.people.admin, reply(id, more));
    if (expected) expect(collision).toMatchObject(expected);
    else expect(collision).toBeNull();
    expect(outgoingId === null).toBe(expected !== null);
    expect(await desk.db.outgoingReply.count({ where: { conversationId: id } })).toBe(expected ? 0 : 1);
  });

  it('asks about an answer that came since one began to write, and not about earlier ones', async () => {
    const { supervisor, admin } = desk.people;
    const id = await taken();
    const said = async () => {
      const { channelId } = await desk.db.conversation.findUniqueOrThrow({ where: { id } });
      const about = { conversationId: id, channelId, author: 'agent' as const, personId: supervisor.id };
      return (await transact((tx) => append(tx, { ...about, text: 'It left today.' }))).createdAt.toISOString();
    };
    const since = await said();
    await said();
    const asked = await sendReply(admin, reply(id, { since }));
    expect(asked.collision).toMatchObject({ kind: 'answered', name: supervisor.name.split(' ')[0] });
    const newest = await said();
    expect((await sendReply(admin, reply(id, { since: newest }))).collision).toBeNull();
  });
});
