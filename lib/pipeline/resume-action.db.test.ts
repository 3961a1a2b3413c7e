import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../governance/policy.schema';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from '../tools/open-test-connector';

let desk: TestDatabase;
let shop: TestConnector;
let resume: typeof import('./resume-action').resumeAction;
let passRefused: typeof import('./resume-action').passRefused;
let propose: typeof import('../tools/propose-action').proposeAction;
let decide: typeof import('../tools/decide-approval').decideApproval;
let take: typeof import('../conversations/hold-conversation').takeConversation;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const bought = {
  number: 'NL-48213',
  status: 'delivered',
  placedAt: daysAgo(12),
  deliveredAt: daysAgo(5),
  refundedCents: 0,
  refundableCents: 62_000,
  lines: [{ name: 'Drift tent' }],
  payment: { brand: 'Visa', last4: '4242', capturedCents: 62_000 },
};
let order: Record<string, unknown> = bought;

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'orders.get': { takes: ['customer', 'order'], run: () => ({ order }) },
    'refunds.create': {
      write: true,
      takes: ['customer', 'order', 'amountCents'],
      run: ({ amountCents }) => ({ refund: { amountCents } }),
    },
  });
  ({ resumeAction: resume, passRefused } = await import('./resume-action'));
  ({ proposeAction: propose } = await import('../tools/propose-action'));
  ({ decideApproval: decide } = await import('../tools/decide-approval'));
  ({ takeConversation: take } = await import('../conversations/hold-conversation'));
  const { seal } = await import('../platform/crypto');
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop') };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
});
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});
beforeEach(() => {
  order = bought;
  shop.moods.clear();
});

const decision: Decision = {
  effect: 'needs_approval',
  policy: 'refunds',
  version: 1,
  rule: 'over-500',
  cel: '',
  agent: 'Over $500.',
  customer: 'A colleague looks at it.',
  approvers: 'supervisor',
  amountCents: 62_000,
  findings: [],
  shows: [],
};

/** A refund of $620 that waits for a supervisor. */
async function waiting() {
  const { id: conversationId, customerId } = await desk.conversation({ intent: 'refund', gist: 'Money back' });
  const { action } = await propose(
    {
      key: randomUUID(),
      conversationId,
      turnId: null,
      customerId,
      connector: 'shop',
      tool: 'refunds.create',
      args: { order: 'NL-48213', amountCents: 62_000 },
      subject: `cus_${customerId}`,
      facts: {},
      factsReadAt: new Date(),
      says: 'Refund of $620.00 for NL-48213',
      tells: 'Good news: your refund of $620.00 is on its way.',
    },
    () => decision,
  );
  return { conversationId, actionId: action.id, key: action.key };
}
const approve = async () => {
  const one = await waiting();
  await decide(desk.people.supervisor, { actionId: one.actionId, decision: 'approve' });
  return one;
};
const said = async (conversationId: string) =>
  (await desk.db.message.findMany({ where: { conversationId, author: 'assistant' } })).map((one) => one.text);
const action = (id: string) => desk.db.action.findUniqueOrThrow({ where: { id } });
const conversation = (id: string) => desk.db.conversation.findUniqueOrThrow({ where: { id } });

describe('an approved action', () => {
  it('is done once and told once, however often and by however many it is resumed', async () => {
    const { conversationId, actionId, key } = await approve();
    await Promise.all([resume(actionId), resume(actionId)]);
    await resume(actionId);
    expect(shop.effects.get(key)).toBe(1);
    expect(await said(conversationId)).toEqual(['Good news: your refund of $620.00 is on its way.']);
    expect(await action(actionId)).toMatchObject({ status: 'succeeded', decidedBy: desk.people.supervisor.id });
    expect(
      await desk.db.message.count({ where: { conversationId, text: { startsWith: 'Done after approval' } } }),
    ).toBe(1);
  });

  const changes: [string, Record<string, unknown>][] = [
    ['the window has closed since', { deliveredAt: daysAgo(31) }],
    ['it was refunded meanwhile', { refundableCents: 0, refundedCents: 62_000 }],
    ['the order is gone from the account', { status: undefined }],
  ];
  it.each(changes)('is not done when %s: people tell the customer', async (_, change) => {
    const { conversationId, actionId, key } = await approve();
    order = { ...bought, ...change };
    await resume(actionId);
    await resume(actionId);
    expect(shop.effects.has(key)).toBe(false);
    expect(await action(actionId)).toMatchObject({ status: 'failed', error: 'denied' });
    expect(await conversation(conversationId)).toMatchObject({ holder: 'queue' });
    const handoffs = await desk.db.handoff.findMany({ where: { conversationId } });
    expect(handoffs).toMatchObject([{ reason: 'tool_failed', stopped: expect.stringContaining('was approved, but') }]);
    expect(await said(conversationId)).toHaveLength(1);
  });

  it('is not done unchecked while the shop does not answer', async () => {
    const { conversationId, actionId, key } = await approve();
    shop.moods.set('orders.get', Array(3).fill({ refuse: 'unavailable' }));
    await resume(actionId);
    expect(shop.effects.has(key)).toBe(false);
    expect(await desk.db.handoff.findFirst({ where: { conversationId } })).toMatchObject({
      stopped:
        'Refund of $620.00 for NL-48213 was approved, but the shop did not answer when the rules were checked again.',
    });
  });

  it('that nobody can say happened goes to people, never twice to the shop', async () => {
    const { conversationId, actionId, key } = await approve();
    shop.moods.set('refunds.create', ['drop']);
    shop.moods.set('actions.status', Array(3).fill({ refuse: 'unavailable' }));
    await resume(actionId);
    expect(await action(actionId)).toMatchObject({ status: 'unknown' });
    expect(shop.effects.get(key)).toBe(1);
    expect(await desk.db.handoff.count({ where: { conversationId } })).toBe(1);
  });

  it('is told to the person who holds the conversation, not past them', async () => {
    const { conversationId, actionId, key } = await approve();
    await take(desk.people.admin, conversationId);
    await resume(actionId);
    expect(shop.effects.get(key)).toBe(1);
    expect(await said(conversationId)).toEqual([]);
    const note = await desk.db.message.findFirstOrThrow({
      where: { conversationId, text: { startsWith: 'Done after' } },
    });
    expect(note).toMatchObject({ author: 'system', kind: 'event' });
  });
});

describe('a refused action', () => {
  it('goes to people with the reason, once, and nothing is done', async () => {
    const { conversationId, actionId, key } = await waiting();
    await decide(desk.people.supervisor, { actionId, decision: 'refuse', reason: 'The tent was used' });
    await Promise.all([passRefused(actionId), passRefused(actionId)]);
    await resume(actionId);
    expect(shop.effects.has(key)).toBe(false);
    const handoffs = await desk.db.handoff.findMany({ where: { conversationId } });
    expect(handoffs).toMatchObject([
      { reason: 'approval_refused', stopped: 'Refund of $620.00 for NL-48213 was refused: The tent was used' },
    ]);
    expect(await conversation(conversationId)).toMatchObject({ holder: 'queue', teamId: desk.teams.returns });
    expect(await said(conversationId)).toHaveLength(1);
  });

  it('that ran out of time says so', async () => {
    const { conversationId, actionId } = await waiting();
    await desk.db.action.update({ where: { id: actionId }, data: { status: 'expired' } });
    await passRefused(actionId);
    expect(await desk.db.handoff.findFirst({ where: { conversationId } })).toMatchObject({
      stopped: expect.stringContaining('nobody decided in time'),
    });
  });

  it('does not take the conversation out of a person’s hands', async () => {
    const { conversationId, actionId } = await waiting();
    await take(desk.people.admin, conversationId);
    await decide(desk.people.supervisor, { actionId, decision: 'refuse', reason: 'No' });
    await passRefused(actionId);
    expect(await conversation(conversationId)).toMatchObject({ holder: 'agent', agentId: desk.people.admin.id });
    expect(await said(conversationId)).toEqual([]);
  });
});
