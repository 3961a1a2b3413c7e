import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { InboundMessage } from './receive-message';

let desk: TestDatabase;
let receive: typeof import('./receive-message').receiveMessage;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ receiveMessage: receive } = await import('./receive-message'));
});
afterAll(() => desk?.close());

const inbound = (more: Partial<InboundMessage> = {}): InboundMessage => ({
  channelId: desk.channels.api,
  identities: [{ kind: 'email', value: `${randomUUID()}@b.example`, verified: true }],
  name: 'Ada Winter',
  verified: true,
  text: 'Where is my order?',
  ...more,
});
const count = (externalId: string) => desk.db.message.count({ where: { externalId } });

describe('receiveMessage', () => {
  it('keeps a message that is delivered fifty times at once as one, and answers the same ids', async () => {
    const message = inbound({ externalId: randomUUID() });
    const all = await Promise.all(Array.from({ length: 50 }, () => receive(message)));
    const ids = all.map(({ conversationId, messageId, number, customerId }) =>
      [conversationId, messageId, number, customerId].join(),
    );
    expect(new Set(ids).size).toBe(1);
    expect(all.filter((one) => !one.repeated)).toHaveLength(1);
    expect(await count(message.externalId!)).toBe(1);
    const { conversationId, customerId } = all[0]!;
    expect(await desk.db.outboxEvent.count({ where: { conversationId, name: 'message.received' } })).toBe(1);
    expect(await desk.db.conversation.count({ where: { customerId } })).toBe(1);
    expect(await desk.db.customer.count({ where: { identities: { none: {} } } })).toBe(0);
  });

  it('takes two first messages of one customer at once for one customer’s', async () => {
    for (let round = 0; round < 5; round++) {
      const message = inbound();
      const both = await Promise.all([receive(message), receive({ ...message, text: 'And my tent?' })]);
      expect(both[0].customerId).toBe(both[1].customerId);
      const next = { ...message, text: 'Hello?', conversationId: both[1].conversationId };
      expect((await receive(next)).conversationId).toBe(both[1].conversationId);
    }
    expect(await desk.db.customer.count({ where: { identities: { none: {} } } })).toBe(0);
  });

  it('does not find the conversation of somebody else, of another channel, or none', async () => {
    const { conversationId } = await receive(inbound());
    const mine = inbound();
    const chat = { ...mine, channelId: desk.channels.chat };
    const own = await receive(mine);
    for (const attempt of [
      { ...mine, conversationId },
      { ...chat, conversationId: own.conversationId },
      { ...mine, conversationId: randomUUID() },
      { ...mine, conversationId: 'x' },
    ]) {
      await expect(receive(attempt)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await desk.db.message.count({ where: { conversationId } })).toBe(1);
    expect(await desk.db.message.count({ where: { conversationId: own.conversationId } })).toBe(1);
  });

  it('vouches message by message: an unvouched one in a verified conversation gets no verified rights', async () => {
    const message = inbound();
    const { conversationId } = await receive(message);
    const identities = [{ ...message.identities[0]!, verified: false }];
    const verified = async () =>
      (await desk.db.conversation.findUniqueOrThrow({ where: { id: conversationId } })).verified;
    expect(await verified()).toBe(true);
    await receive({ ...message, identities, verified: false, conversationId, text: 'Refund it to me' });
    expect(await verified()).toBe(false);
    await receive({ ...message, conversationId, text: 'It is me again' });
    expect(await verified()).toBe(true);
  });

  it('begins anew when a solved one is written in again', async () => {
    const message = inbound();
    const { conversationId } = await receive(message);
    const data = { state: 'closed', resolution: 'agent', holder: 'agent', agentId: desk.people.agents[0].id } as const;
    await desk.db.conversation.update({
      where: { id: conversationId },
      data: { ...data, waitingFor: { kind: 'choice', options: [], wish: 'old' } },
    });
    await receive({ ...message, conversationId, text: 'It broke again' });
    expect(await desk.db.conversation.findUnique({ where: { id: conversationId } })).toMatchObject({
      state: 'open',
      holder: 'assistant',
      agentId: null,
      waitingFor: null,
      resolution: null,
      reopened: 1,
      readAt: null,
    });
  });

  it('destroys a card number before anything is written', async () => {
    const message = inbound({ text: 'My card is 4111 1111 1111 1111, cvv 123', externalId: randomUUID() });
    const { conversationId, messageId } = await receive(message);
    const kept = [
      await desk.db.message.findUnique({ where: { id: messageId } }),
      await desk.db.conversation.findUnique({ where: { id: conversationId } }),
      await desk.db.outboxEvent.findMany({ where: { conversationId }, select: { data: true } }),
    ];
    expect(JSON.stringify(kept)).not.toMatch(/4111|1111/);
    expect(kept[0]).toMatchObject({ text: expect.stringContaining('My card is') });
  });

  it('never gives an identity that is somebody’s to somebody else', async () => {
    const [ada, eve] = [inbound(), inbound()];
    const first = await receive(ada);
    await receive(eve);
    const second = await receive({ ...eve, identities: [...eve.identities, ...ada.identities] });
    expect(second.customerId).not.toBe(first.customerId);
    const { kind, value } = ada.identities[0]!;
    const found = await desk.db.identity.findUnique({ where: { kind_value: { kind, value } } });
    expect(found?.customerId).toBe(first.customerId);
  });

  it('is on record as verified only when the channel says so, and stays so', async () => {
    const message = inbound({
      verified: false,
      identities: [{ kind: 'email', value: `${randomUUID()}@b.example`, verified: false }],
    });
    const { conversationId } = await receive(message);
    const verified = async () =>
      (await desk.db.conversation.findUniqueOrThrow({ where: { id: conversationId } })).verified;
    expect(await verified()).toBe(false);
    await receive({ ...message, conversationId, verified: true });
    expect(await verified()).toBe(true);
  });
});
