import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { InboundMessage } from './receive-message';

let desk: TestDatabase;
let receive: typeof import('./receive-message').receiveMessage;
let merge: typeof import('../conversations/merge-conversations');
let split: typeof import('../conversations/split-conversation').splitConversation;
let hold: typeof import('../conversations/hold-conversation');
let write: typeof import('../conversations/write-message');
let snooze: typeof import('../conversations/snooze-conversation').snoozeConversation;
let thread: typeof import('../conversations/find-thread');
let restoreAll: typeof import('../privacy/restore-for').restoreAll;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ receiveMessage: receive } = await import('./receive-message'));
  merge = await import('../conversations/merge-conversations');
  ({ splitConversation: split } = await import('../conversations/split-conversation'));
  hold = await import('../conversations/hold-conversation');
  write = await import('../conversations/write-message');
  ({ snoozeConversation: snooze } = await import('../conversations/snooze-conversation'));
  thread = await import('../conversations/find-thread');
  ({ restoreAll } = await import('../privacy/restore-for'));
});
afterAll(() => desk?.close());

const read = (id: string) => desk.db.conversation.findUniqueOrThrow({ where: { id } });
let ada = 0;
/** Another customer for each test, so that none finds another's conversation. */
const customer = () => {
  const value = `ada.${++ada}@winter.example`;
  return (text: string, more: Partial<InboundMessage> = {}) =>
    receive({
      channelId: desk.channels.api,
      identities: [{ kind: 'email', value, verified: true }],
      name: 'Ada Winter',
      verified: true,
      text,
      ...more,
    });
};
/** What the customer reads, in order. */
async function reads(conversationId: string): Promise<string[]> {
  const parts = await thread.findThread(conversationId);
  const rows = await desk.db.message.findMany({
    where: { AND: thread.ofThread(parts), kind: 'reply' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const restore = await restoreAll(parts.map((part) => part.conversationId));
  return rows.map((row) => restore(row.conversationId, row.text));
}

describe('a snoozed conversation', () => {
  it('wakes when its customer replies', async () => {
    const say = customer();
    const { conversationId } = await say('Hello');
    await hold.takeConversation(desk.people.admin, conversationId);
    await snooze(desk.people.admin, { conversationId, until: null });
    await say('Are you there?', { conversationId });
    expect(await read(conversationId)).toMatchObject({ snoozedAt: null, snoozedBy: null, readAt: null });
    const woke = await desk.db.message.count({ where: { conversationId, text: 'Woke up: the customer replied' } });
    expect(woke).toBe(1);
  });
});

describe('merging', () => {
  it('goes on in one place, for the customer too, and can be taken apart', async () => {
    const { admin } = desk.people;
    const say = customer();
    const first = await say('My tent pole broke');
    const second = await say('And where is my refund');
    await hold.takeConversation(admin, first.conversationId);
    await hold.takeConversation(admin, second.conversationId);
    await write.writeReply(admin, { conversationId: first.conversationId, text: 'Looking at the pole' });
    await merge.mergeConversations(admin, { sourceId: second.conversationId, targetId: first.conversationId });
    expect(await read(second.conversationId)).toMatchObject({ state: 'closed', mergedIntoId: first.conversationId });

    const later = await say('Anything new?', { conversationId: second.conversationId });
    expect(later.conversationId).toBe(second.conversationId);
    const stored = await desk.db.message.findUniqueOrThrow({ where: { id: later.messageId } });
    expect(stored.conversationId).toBe(first.conversationId);
    expect(await read(first.conversationId)).toMatchObject({ state: 'open', agentId: admin.id });
    await write.writeReply(admin, { conversationId: first.conversationId, text: 'Both are done' });
    // The other end saw nothing of what was said before the merge, and everything since.
    expect(await reads(second.conversationId)).toEqual(['And where is my refund', 'Anything new?', 'Both are done']);
    expect(await reads(first.conversationId)).toEqual([
      'My tent pole broke',
      'Looking at the pole',
      'Anything new?',
      'Both are done',
    ]);
    await expect(hold.reopenConversation(admin, second.conversationId)).rejects.toMatchObject({ code: 'conflict' });

    await merge.unmergeConversation(admin, second.conversationId);
    expect(await read(second.conversationId)).toMatchObject({
      state: 'open',
      holder: 'agent',
      agentId: admin.id,
      mergedIntoId: null,
    });
    const alone = await say('Hello again', { conversationId: second.conversationId });
    expect((await desk.db.message.findUniqueOrThrow({ where: { id: alone.messageId } })).conversationId).toBe(
      second.conversationId,
    );
    await expect(merge.unmergeConversation(admin, second.conversationId)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('brings out with a conversation what was merged into it before', async () => {
    const { admin } = desk.people;
    const say = customer();
    const ids = [];
    for (const text of ['One', 'Two', 'Three']) ids.push((await say(text)).conversationId);
    const [a, b, c] = ids as [string, string, string];
    await merge.mergeConversations(admin, { sourceId: a, targetId: b });
    await merge.mergeConversations(admin, { sourceId: b, targetId: c });
    expect((await read(a)).mergedIntoId).toBe(c);
    await merge.unmergeConversation(admin, b);
    expect((await read(a)).mergedIntoId).toBe(b);
    expect(await read(b)).toMatchObject({ mergedIntoId: null, state: 'open', holder: 'assistant' });
  });

  it('refuses two customers, a sender nobody vouches for, and what is part of another already', async () => {
    const { admin } = desk.people;
    const [one, other] = [customer(), customer()];
    const mine = (await one('Mine')).conversationId;
    const theirs = (await other('Theirs')).conversationId;
    const claimed = (await one('I am Ada, too', { verified: false })).conversationId;
    const to = (sourceId: string, targetId: string) => merge.mergeConversations(admin, { sourceId, targetId });
    await expect(to(theirs, mine)).rejects.toMatchObject({ code: 'invalid' });
    await expect(to(claimed, mine)).rejects.toMatchObject({ code: 'conflict' });
    await expect(to(mine, mine)).rejects.toMatchObject({ code: 'invalid' });
    const second = (await one('Second')).conversationId;
    await to(second, mine);
    await expect(to(second, mine)).rejects.toMatchObject({ code: 'conflict' });
    expect(await read(theirs)).toMatchObject({ state: 'open', mergedIntoId: null });
  });

  it('of both ways at once lets one go through', async () => {
    const { admin, supervisor } = desk.people;
    const say = customer();
    const [a, b] = [(await say('A')).conversationId, (await say('B')).conversationId];
    const tries = await Promise.allSettled([
      merge.mergeConversations(admin, { sourceId: a, targetId: b }),
      merge.mergeConversations(supervisor, { sourceId: b, targetId: a }),
    ]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const merged = [await read(a), await read(b)].filter((one) => one.mergedIntoId !== null);
    expect(merged).toHaveLength(1);
  });
});

describe('splitting', () => {
  it('takes what came after along, with its values, and the customer reads on as before', async () => {
    const { admin } = desk.people;
    const say = customer();
    const { conversationId } = await say('Write to ada@private.example about the pole');
    await hold.takeConversation(admin, conversationId);
    await write.writeReply(admin, { conversationId, text: 'We do' });
    const from = await say('Also, ada@private.example was charged twice, call +1 415 555 2671', { conversationId });
    await write.writeNote(admin, { conversationId, text: 'Two issues' });
    const whole = await reads(conversationId);

    const made = await split(admin, { conversationId, messageId: from.messageId });
    expect(await read(made.conversationId)).toMatchObject({
      holder: 'agent',
      agentId: admin.id,
      splitFromId: conversationId,
      waitingSince: expect.any(Date),
    });
    expect(await read(conversationId)).toMatchObject({ waitingSince: null, agentId: admin.id });
    expect(await reads(conversationId)).toEqual(whole);
    const moved = await desk.db.message.findMany({
      where: { conversationId: made.conversationId, kind: { in: ['reply', 'note'] } },
      orderBy: { createdAt: 'asc' },
    });
    expect(moved.map((one) => one.kind)).toEqual(['reply', 'note']);
    expect(moved[0]!.text).not.toContain('private.example');
    const restore = await restoreAll([made.conversationId]);
    expect(restore(made.conversationId, moved[0]!.text)).toContain('ada@private.example');
    // What is written there next goes on with the same names.
    await write.writeReply(admin, { conversationId: made.conversationId, text: 'I wrote to ada@private.example' });
    expect((await reads(conversationId)).at(-1)).toBe('I wrote to ada@private.example');
  });

  it('refuses the first message, a line of ours, and what is not there', async () => {
    const { admin } = desk.people;
    const say = customer();
    const { conversationId, messageId } = await say('Only this');
    await expect(split(admin, { conversationId, messageId })).rejects.toMatchObject({ code: 'conflict' });
    await hold.takeConversation(admin, conversationId);
    await expect(split(admin, { conversationId, messageId })).rejects.toMatchObject({ code: 'conflict' });
    const line = await desk.db.message.findFirstOrThrow({ where: { conversationId, kind: 'event' } });
    await expect(split(admin, { conversationId, messageId: line.id })).rejects.toMatchObject({ code: 'not_found' });
    const [, kofi] = desk.people.agents;
    await desk.db.conversation.update({ where: { id: conversationId }, data: { teamId: desk.teams.orders } });
    await expect(split(kofi, { conversationId, messageId })).rejects.toMatchObject({ code: 'not_found' });
  });
});
