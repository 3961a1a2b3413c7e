import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestChat, type TestChat } from '../channels/open-test-chat';

let chat: TestChat;
let receive: typeof import('./receive-message').receiveMessage;
let ask: typeof import('./ask-for-person').askForPerson;

beforeAll(async () => {
  chat = await openTestChat();
  ({ receiveMessage: receive } = await import('./receive-message'));
  ({ askForPerson: ask } = await import('./ask-for-person'));
});
afterAll(async () => {
  await chat?.close();
});

const conversationOf = (id: string) =>
  chat.platform.db().conversation.findUniqueOrThrow({
    where: { id },
    include: { handoffs: true, drafts: true, messages: { orderBy: { createdAt: 'asc' } } },
  });

describe('askForPerson', () => {
  it('queues, acknowledges and hands over warm at once', async () => {
    const visitor = chat.account('cus_1', 'ada@winter.example');
    const { conversationId } = await receive({ ...visitor, text: 'My tent NL-48213 leaks' });
    await chat.platform.db().conversation.update({ where: { id: conversationId }, data: { language: 'de' } });

    expect(await ask({ ...visitor, conversationId })).toEqual({ conversationId, holder: 'queue', already: false });

    const after = await conversationOf(conversationId);
    expect(after).toMatchObject({ holder: 'queue', state: 'open', tier: 'escalated' });
    expect(after.waitingSince).not.toBeNull();
    expect(after.messages.map(({ author, kind }) => [author, kind])).toEqual([
      ['customer', 'reply'],
      ['system', 'event'],
      ['assistant', 'reply'],
      ['system', 'event'],
    ]);
    expect(after.messages[2]!.text).toMatch(/^Natürlich/);
    expect(after.handoffs).toHaveLength(1);
    expect(after.handoffs[0]).toMatchObject({
      reason: 'asked_for_person',
      wants: '“My tent NL-48213 leaks”',
      missing: [],
    });
    const { readTokens } = await import('../privacy/read-tokens');
    const { restoreText } = await import('../privacy/restore-text');
    const tokens = (await readTokens(chat.platform.db(), [after.id])).get(after.id)!;
    expect(restoreText(after.drafts[0]!.text, tokens)).toContain('Hi Ada');
  });

  it('tells of what was looked up, done and recognised', async () => {
    const visitor = chat.visitor();
    const { conversationId, messageId, customerId } = await receive({ ...visitor, text: 'Refund NL-48213' });
    const turn = await chat.platform.db().turn.create({
      data: {
        conversationId,
        number: 1,
        messageId,
        workflowId: 'w',
        status: 'saved',
        entities: [{ kind: 'order', value: 'NL-48213', text: 'NL-48213', start: 7, end: 15, sure: 1 }],
        calls: [{ tool: 'orders.get', kind: 'read', asked: '', came: '', outcome: 'done', tookMs: 1 }],
      },
    });
    await chat.platform.db().action.create({
      data: {
        key: 'k1',
        conversationId,
        turnId: turn.id,
        customerId,
        connectorKey: 'shop',
        tool: 'refunds.create',
        args: {},
        says: 'Refund of $12.00',
        status: 'waiting_approval',
      },
    });
    await ask({ ...visitor, conversationId });
    const { handoffs } = await conversationOf(conversationId);
    expect(handoffs[0]).toMatchObject({
      known: ['Visitor is not verified', 'Order NL-48213'],
      tried: [
        { what: 'Looked in orders', ok: true },
        { what: 'Refund of $12.00: waiting approval', ok: false },
      ],
    });
  });

  it('changes nothing when people have it already, also when asked ten times at once', async () => {
    const visitor = chat.visitor();
    const { conversationId } = await receive({ ...visitor, text: 'Hello' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask({ ...visitor, conversationId })));
    expect(answers.filter((one) => !one.already)).toHaveLength(1);
    expect((await conversationOf(conversationId)).handoffs).toHaveLength(1);
  });

  it('begins a conversation for who has not written yet', async () => {
    const visitor = chat.visitor();
    const { conversationId } = await ask(visitor);
    const made = await conversationOf(conversationId);
    expect(made).toMatchObject({ holder: 'queue', gist: 'Wants to talk to a person', channelId: chat.channelId });
    expect(made.handoffs[0]).toMatchObject({ missing: ['What it is about'] });
  });

  it('reopens what was closed', async () => {
    const visitor = chat.visitor();
    const { conversationId } = await receive({ ...visitor, text: 'Hello' });
    await chat.platform
      .db()
      .conversation.update({ where: { id: conversationId }, data: { state: 'closed', resolution: 'verified' } });
    await ask({ ...visitor, conversationId });
    expect(await conversationOf(conversationId)).toMatchObject({
      state: 'open',
      holder: 'queue',
      resolution: null,
      reopened: 1,
    });
  });

  it('does not find another customer’s conversation, and leaves it alone', async () => {
    const { conversationId } = await receive({ ...chat.visitor(), text: 'Hello' });
    await expect(ask({ ...chat.visitor(), conversationId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await conversationOf(conversationId)).toMatchObject({ holder: 'assistant', handoffs: [] });
  });
});
