import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestChat, type TestChat } from '../channels/open-test-chat';
import { newId } from '../platform/ids';

let chat: TestChat;
let receive: typeof import('./receive-message').receiveMessage;
let read: typeof import('../channels/read-chat').readChat;
let rate: typeof import('../channels/rate-chat').rateChat;
let watch: typeof import('../channels/watch-chat').watchChat;
let open: typeof import('../channels/open-chat').openChat;
let limit: typeof import('../channels/limit-chat').limitChat;

beforeAll(async () => {
  chat = await openTestChat();
  ({ receiveMessage: receive } = await import('./receive-message'));
  ({ readChat: read } = await import('../channels/read-chat'));
  ({ rateChat: rate } = await import('../channels/rate-chat'));
  ({ watchChat: watch } = await import('../channels/watch-chat'));
  ({ openChat: open } = await import('../channels/open-chat'));
  ({ limitChat: limit } = await import('../channels/limit-chat'));
});
afterAll(async () => {
  await chat?.close();
});

const append = async (conversationId: string, more: Record<string, unknown>) => {
  const { appendMessage } = await import('../conversations/append-message');
  return chat.platform.inTransaction((tx) =>
    appendMessage(tx, { conversationId, channelId: chat.channelId, author: 'assistant', text: 'text', ...more }),
  );
};
const close = (id: string) =>
  chat.platform.db().conversation.update({ where: { id }, data: { state: 'closed', closedAt: new Date() } });
const hostToken = (sub: string, exp = '1h') =>
  new SignJWT({ email: `${sub}@shop.example`, name: 'Ada Winter' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('shop')
    .setAudience('baton')
    .setSubject(sub)
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(chat.secret));

describe('a chat', () => {
  it('keeps a message that is sent ten times at once as one', async () => {
    const visitor = chat.visitor();
    const externalId = `visitor:${newId()}`;
    const all = await Promise.all(Array.from({ length: 10 }, () => receive({ ...visitor, text: 'Hello', externalId })));
    expect(new Set(all.map((one) => one.messageId)).size).toBe(1);
    expect(await chat.platform.db().message.count({ where: { externalId } })).toBe(1);
    expect((await read(visitor, all[0]!.conversationId)).messages).toHaveLength(1);
  });

  it('shows replies, never notes or events, and goes on after a message', async () => {
    const visitor = chat.visitor();
    const { conversationId, messageId } = await receive({ ...visitor, text: 'Hello' });
    await append(conversationId, { kind: 'note', author: 'agent', text: 'a secret note' });
    await append(conversationId, { kind: 'event', author: 'system', text: 'a secret event', event: { name: 'x' } });
    await append(conversationId, { text: 'Good day' });
    const view = await read(visitor, conversationId);
    expect(view.messages.map((one) => one.text)).toEqual(['Hello', 'Good day']);
    expect(JSON.stringify(view)).not.toContain('secret');
    expect((await read(visitor, conversationId, messageId)).messages.map((one) => one.text)).toEqual(['Good day']);
  });

  it('names an agent by the first name, once they have answered', async () => {
    const visitor = chat.visitor();
    const { conversationId } = await receive({ ...visitor, text: 'Hello' });
    const { id } = await chat.platform.db().person.create({
      data: { name: 'Nora Feld', email: `${newId()}@x.example`, role: 'agent', passwordHash: '' },
    });
    await chat.platform
      .db()
      .conversation.update({ where: { id: conversationId }, data: { holder: 'agent', agentId: id } });
    expect((await read(visitor, conversationId)).agent).toBeNull();
    await append(conversationId, { author: 'agent', personId: id, text: 'I am here' });
    const view = await read(visitor, conversationId);
    expect(view.agent).toBe('Nora');
    expect(view.messages.at(-1)).toMatchObject({ author: 'agent', name: 'Nora' });
    expect(JSON.stringify(view)).not.toContain('Feld');
  });

  it('is not found by another visitor: not read, not watched, not written in, not rated', async () => {
    const { conversationId } = await receive({ ...chat.visitor(), text: 'Hello' });
    const other = chat.visitor();
    await receive({ ...other, text: 'I am a customer too' });
    const missing = { code: 'not_found' };
    await close(conversationId);
    await expect(read(other, conversationId)).rejects.toMatchObject(missing);
    await expect(watch(other, conversationId, null, () => undefined)).rejects.toMatchObject(missing);
    await expect(receive({ ...other, text: 'Me too', conversationId })).rejects.toMatchObject(missing);
    await expect(rate(other, { conversationId, rating: 1 })).rejects.toMatchObject(missing);
  });

  it('is rated once it is closed, without card numbers in the comment', async () => {
    const visitor = chat.visitor();
    const { conversationId } = await receive({ ...visitor, text: 'Hello' });
    await expect(rate(visitor, { conversationId, rating: 5 })).rejects.toMatchObject({ code: 'conflict' });
    await close(conversationId);
    await rate(visitor, { conversationId, rating: 4, comment: 'Fine, my card is 4111 1111 1111 1111' });
    const rated = await chat.platform.db().conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(rated).toMatchObject({ rating: 4 });
    expect(rated.ratedAt).not.toBeNull();
    expect(rated.ratingComment).not.toContain('4111');
    expect((await read(visitor, conversationId)).rating).toBe(4);
  });

  it('tells what happens from a cursor on, and nothing internal', async () => {
    const visitor = chat.visitor();
    const { conversationId } = await receive({ ...visitor, text: 'Hello' });
    const { cursor } = await read(visitor, conversationId);
    await append(conversationId, { text: 'before listening' });
    const told: { id?: string; event: string; data: unknown }[] = [];
    const stop = await watch(visitor, conversationId, cursor, (one) => told.push(one));
    await append(conversationId, { kind: 'note', author: 'agent', text: 'a secret note' });
    await receive({ ...chat.visitor(), text: 'somebody else' });
    await append(conversationId, { text: 'while listening' });
    const texts = () => told.map(({ data }) => (data as { text?: string }).text);
    await expect.poll(() => texts().at(-1), { timeout: 5_000 }).toBe('while listening');
    stop();
    // A cursor stands below every open transaction of the server, so what was read may be told again; never less.
    expect(texts().filter((text) => text !== 'Hello')).toEqual(['before listening', 'while listening']);
    expect(told.every(({ id }) => /^\d+-\d+$/.test(id ?? ''))).toBe(true);
  });
});

describe('a visit', () => {
  it('goes on where it was, for a visitor by the token and for a customer by the host’s word', async () => {
    const first = await open({ key: chat.key });
    expect(first).toMatchObject({ verified: false, refused: null, conversation: null });
    const { findChatVisitor } = await import('../channels/chat-visitor');
    const visitor = await findChatVisitor(`Bearer ${first.token}`);
    const { conversationId } = await receive({ ...visitor, text: 'Hello' });
    expect((await open({ key: chat.key, token: first.token })).conversation?.id).toBe(conversationId);
    expect((await open({ key: chat.key })).conversation).toBeNull();

    const signed = await open({ key: chat.key, jwt: await hostToken('cus_9') });
    expect(signed.verified).toBe(true);
    const customer = await findChatVisitor(`Bearer ${signed.token}`);
    const theirs = await receive({ ...customer, text: 'Hello' });
    expect((await open({ key: chat.key, jwt: await hostToken('cus_9') })).conversation?.id).toBe(theirs.conversationId);
    // Signed out of the shop, the customer's own token opens nothing.
    expect(await open({ key: chat.key, token: signed.token })).toMatchObject({ verified: false, conversation: null });
  });

  it('is anonymous, and says why, when the host’s word does not hold', async () => {
    const expired = await hostToken('cus_9', '-1s');
    expect(await open({ key: chat.key, jwt: expired })).toMatchObject({ verified: false, refused: 'expired' });
    expect(await open({ key: chat.key, jwt: `${expired}x` })).toMatchObject({ verified: false, refused: 'not_valid' });
  });

  it('leaves a conversation that was closed a day ago', async () => {
    const jwt = await hostToken('cus_10');
    const { findChatVisitor } = await import('../channels/chat-visitor');
    const customer = await findChatVisitor(`Bearer ${(await open({ key: chat.key, jwt })).token}`);
    const { conversationId } = await receive({ ...customer, text: 'Hello' });
    await close(conversationId);
    expect((await open({ key: chat.key, jwt })).conversation?.id).toBe(conversationId);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    const later = await open({ key: chat.key, jwt: await hostToken('cus_10', '48h') }, tomorrow);
    expect(later).toMatchObject({ verified: true, conversation: null });
  });

  it('has a key that is known', async () => {
    await expect(open({ key: 'wk_none' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is slowed down at twenty messages a minute', async () => {
    const send = () => limit('message', 'visitor:fast', new Headers({ 'x-forwarded-for': '10.0.0.1' }));
    const results = await Promise.allSettled(Array.from({ length: 25 }, send));
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(20);
    expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'rate_limited' });
    await expect(limit('message', 'visitor:slow', new Headers())).resolves.toBeUndefined();
  });
});
