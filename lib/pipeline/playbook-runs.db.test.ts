import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeyActor } from '../auth/find-api-key';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from '../tools/open-test-connector';

let desk: TestDatabase;
let shop: TestConnector;
let receive: typeof import('./receive-message').receiveMessage;
let run: typeof import('./run-turn').runTurn;
let wakeDueRuns: typeof import('./wake-run').wakeDueRuns;
let receiveSignal: typeof import('./receive-signal').receiveSignal;
let takeSignal: typeof import('./take-signal').takeSignal;
let decide: typeof import('../tools/decide-approval').decideApproval;
let resume: typeof import('./resume-action').resumeAction;
let passRefused: typeof import('./resume-action').passRefused;
let take: typeof import('../conversations/hold-conversation').takeConversation;
let sum: typeof import('../governance/sum-playbook-runs').sumPlaybookRuns;

const key: KeyActor = { id: randomUUID(), name: 'Carrier', scopes: ['signals:write'] };
const head = { name: 'Wait', team: 'orders', wants: 'Something' };

/** Puts a version into force for the wish a message of these tests is understood as. */
async function release(
  nodes: Record<string, unknown>,
  trigger: Record<string, unknown> = {},
  version = 2,
): Promise<void> {
  await desk.db.definition.updateMany({ where: { kind: 'playbook', key: 'order-status' }, data: { state: 'retired' } });
  const body = { ...head, trigger: { intents: ['order_status'], ...trigger }, start: 'a', nodes };
  await desk.db.definition.deleteMany({ where: { kind: 'playbook', key: 'order-status', version } });
  await desk.db.definition.create({
    data: { kind: 'playbook', key: 'order-status', version, state: 'live', share: 100, body: body as object },
  });
  await new Promise((done) => setTimeout(done, 1_050)); // in force within a second
}

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'orders.get': {
      takes: ['customer', 'order'],
      run: ({ order }) => ({
        order: {
          number: order,
          status: 'delivered',
          deliveredAt: new Date().toISOString(),
          refundableCents: 62_000,
          payment: { capturedCents: 62_000 },
          lines: [],
          placedAt: new Date().toISOString(),
          refundedCents: 0,
        },
      }),
    },
    'refunds.create': {
      write: true,
      takes: ['customer', 'order', 'amountCents'],
      run: ({ amountCents }) => ({ refund: { amountCents } }),
    },
  });
  ({ receiveMessage: receive } = await import('./receive-message'));
  ({ runTurn: run } = await import('./run-turn'));
  ({ wakeDueRuns } = await import('./wake-run'));
  ({ receiveSignal } = await import('./receive-signal'));
  ({ takeSignal } = await import('./take-signal'));
  ({ decideApproval: decide } = await import('../tools/decide-approval'));
  ({ resumeAction: resume, passRefused } = await import('./resume-action'));
  ({ takeConversation: take } = await import('../conversations/hold-conversation'));
  ({ sumPlaybookRuns: sum } = await import('../governance/sum-playbook-runs'));
  const { seal } = await import('../platform/crypto');
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop') };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
  await (await import('./read-intent-model')).readIntentModel();
}, 120_000);
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});
beforeEach(() => desk.db.outboxEvent.deleteMany());

async function write(text: string, from?: { conversationId: string; email: string }) {
  const email = from?.email ?? `${randomUUID()}@b.example`;
  const account = { kind: 'account' as const, value: `cus_${email}`, verified: true };
  const identities = [{ kind: 'email' as const, value: email, verified: true }, account];
  const about = from ? { conversationId: from.conversationId } : {};
  const sender = { channelId: desk.channels.api, identities, name: 'Ada Winter', verified: true };
  const { conversationId, messageId } = await receive({ ...sender, text, ...about });
  await run(messageId, randomUUID());
  return { conversationId, messageId, email };
}
const said = async (conversationId: string) => {
  const { readTokens } = await import('../privacy/read-tokens');
  const { restoreText } = await import('../privacy/restore-text');
  const tokens = (await readTokens(desk.db, [conversationId])).get(conversationId) ?? {};
  const rows = await desk.db.message.findMany({
    where: { conversationId, author: 'assistant' },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ text }) => restoreText(text, tokens));
};
const notes = async (conversationId: string) =>
  (await desk.db.message.findMany({ where: { conversationId, author: 'system' }, orderBy: { createdAt: 'asc' } })).map(
    ({ text }) => text,
  );
const runOf = (conversationId: string) =>
  desk.db.playbookRun.findFirstOrThrow({ where: { conversationId }, orderBy: { startedAt: 'desc' } });
/** Runs the turns that events told of since, as the worker would. */
async function work(): Promise<void> {
  const due = await desk.db.outboxEvent.findMany({ where: { name: 'turn.due' }, orderBy: { seq: 'asc' } });
  await desk.db.outboxEvent.deleteMany({ where: { name: 'turn.due' } });
  for (const { data } of due) await run((data as { messageId: string }).messageId, randomUUID());
}
const signal = async (
  name: string,
  email: string,
  data: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
) => {
  const taken = await receiveSignal(key, { name, customer: { email }, key: randomUUID(), data, ...more });
  await takeSignal(taken.signal);
  await work();
  return taken;
};

const untilEvent = {
  a: {
    kind: 'wait',
    until: { kind: 'event', name: 'parcel.in', where: 'event.order == "NL-48213"', as: 'event' },
    says: 'I wait for the parcel.',
    next: 'b',
    timeout: { minutes: 60, next: 'late' },
  },
  b: { kind: 'reply', text: 'The parcel is in, sent from {{ event.from }}.' },
  late: { kind: 'reply', text: 'It did not come.' },
};

describe('a run that waits for an event', () => {
  it('goes on with what the event brought, once, and keeps nobody’s address in the clear', async () => {
    await release(untilEvent);
    const asked = await write('Where is my order NL-48213?');
    expect(await said(asked.conversationId)).toEqual([expect.stringContaining('I wait for the parcel.')]);
    expect(await runOf(asked.conversationId)).toMatchObject({
      state: 'waiting',
      node: 'a',
      waitsFor: 'event',
      signal: 'parcel.in',
      version: 2,
    });
    await signal('parcel.in', asked.email, { order: 'NL-1' });
    await signal('parcel.out', asked.email, { order: 'NL-48213' });
    expect(await said(asked.conversationId)).toHaveLength(1);
    const body = {
      name: 'parcel.in',
      customer: { email: asked.email },
      key: 'k',
      data: { order: 'NL-48213', from: 'depot@carrier.example' },
    };
    const [first, again] = [await receiveSignal(key, body), await receiveSignal(key, body)];
    expect(again).toEqual({ ...first, repeated: true });
    await Promise.all([takeSignal(first.signal), takeSignal(first.signal)]);
    expect(JSON.stringify(await runOf(asked.conversationId))).not.toContain('depot@');
    await work();
    await work();
    expect((await said(asked.conversationId)).slice(1)).toEqual(['The parcel is in, sent from depot@carrier.example.']);
    expect(await runOf(asked.conversationId)).toMatchObject({ state: 'done', node: 'b', waiting: null, passed: null });
    expect(await desk.db.signal.findUnique({ where: { id: first.signal } })).toMatchObject({
      taken: true,
      sealed: null,
    });
    const turns = await desk.db.turn.findMany({
      where: { conversationId: asked.conversationId },
      orderBy: { number: 'asc' },
    });
    expect(turns.map(({ outcome }) => outcome)).toEqual(['replied', 'replied']);
    expect(turns[1]).toMatchObject({ versions: { playbooks: ['order-status v2'] }, status: 'saved' });
    expect(await desk.db.turnStep.count({ where: { turnId: turns[1]!.id } })).toBeGreaterThan(6);
  });

  it('goes on where it must when nothing came, and the customer may speak of other things meanwhile', async () => {
    await release(untilEvent);
    const asked = await write('Where is my order NL-48213?');
    await write('Hello!', asked);
    await desk.db.playbookRun.updateMany({
      where: { conversationId: asked.conversationId },
      data: { dueAt: new Date(0) },
    });
    await Promise.all([wakeDueRuns(), wakeDueRuns()]);
    await work();
    expect((await said(asked.conversationId)).filter((text) => text === 'It did not come.')).toHaveLength(1);
  });

  it('leaves a note and says nothing where a person has the conversation', async () => {
    await release(untilEvent);
    const asked = await write('Where is my order NL-48213?');
    await take(desk.people.admin, asked.conversationId);
    await signal('parcel.in', asked.email, { order: 'NL-48213', from: 'x' });
    expect(await said(asked.conversationId)).toHaveLength(1);
    expect((await notes(asked.conversationId)).at(-1)).toContain(
      'parcel.in came in; nothing goes on while a person has the conversation',
    );
    expect(await runOf(asked.conversationId)).toMatchObject({ state: 'handed_over' });
  });

  it('is not silent while it waits', async () => {
    await release(untilEvent);
    const asked = await write('Where is my order NL-48213?');
    const { closeSilent } = await import('../conversations/close-silent');
    const long = new Date(Date.now() - 80 * 3_600_000);
    const where = { id: asked.conversationId };
    await desk.db.conversation.update({ where, data: { lastMessageAt: long } });
    await closeSilent();
    expect((await desk.db.conversation.findUniqueOrThrow({ where })).state).toBe('open');
    await desk.db.playbookRun.updateMany({ where: { conversationId: asked.conversationId }, data: { state: 'done' } });
    await closeSilent();
    expect((await desk.db.conversation.findUniqueOrThrow({ where })).state).toBe('closed');
  });

  it('waits while another turn runs', async () => {
    await release(untilEvent);
    const asked = await write('Where is my order NL-48213?');
    const turn = await desk.db.turn.create({
      data: { conversationId: asked.conversationId, number: 9, messageId: randomUUID(), workflowId: 'x' },
    });
    await signal('parcel.in', asked.email, { order: 'NL-48213', from: 'x' });
    expect(await runOf(asked.conversationId)).toMatchObject({ state: 'waiting', passed: { kind: 'signal' } });
    await desk.db.turn.update({ where: { id: turn.id }, data: { status: 'failed' } });
    await desk.db.playbookRun.updateMany({
      where: { conversationId: asked.conversationId },
      data: { dueAt: new Date(0) },
    });
    await wakeDueRuns();
    await work();
    expect((await said(asked.conversationId)).at(-1)).toBe('The parcel is in, sent from x.');
  });

  it('goes on with the version it began with, whatever was released meanwhile', async () => {
    await release(untilEvent);
    const asked = await Promise.all(Array.from({ length: 5 }, () => write('Where is my order NL-48213?')));
    await release({ a: { kind: 'reply', text: 'All is new.' } }, {}, 3);
    for (const { email } of asked) await signal('parcel.in', email, { order: 'NL-48213', from: 'old' });
    for (const { conversationId } of asked) {
      expect((await said(conversationId)).at(-1)).toBe('The parcel is in, sent from old.');
      expect(await runOf(conversationId)).toMatchObject({ state: 'done', version: 2 });
    }
    await desk.db.definition.deleteMany({ where: { kind: 'playbook', key: 'order-status', version: 3 } });
  });
});

describe('a question', () => {
  it('is answered in the version that asked, and a run nobody goes on with is left', async () => {
    await release({
      a: { kind: 'collect', slot: 's', entity: 'text', ask: 'Why?', next: 'b' },
      b: { kind: 'reply', text: 'Because {{ slots.s }}.' },
    });
    const asked = await write('Where is my order NL-48213?');
    await release({ a: { kind: 'reply', text: 'All is new.' } }, {}, 3);
    await write('it rains', asked);
    expect((await said(asked.conversationId)).at(-1)).toBe('Because it rains.');
    await desk.db.definition.deleteMany({ where: { kind: 'playbook', key: 'order-status', version: 3 } });
    await release({
      a: { kind: 'collect', slot: 'order', entity: 'order', ask: 'Which?', next: 'b' },
      b: { kind: 'reply', text: 'x' },
    });
    const other = await write('Where is my order?');
    await write('Thank you so much!', other);
    const runs = await desk.db.playbookRun.findMany({
      where: { conversationId: other.conversationId, playbook: 'order-status' },
    });
    expect(runs).toMatchObject([{ state: 'left', node: 'a' }]);
  });
});

describe('time', () => {
  it('passes by the clock', async () => {
    await release({
      a: { kind: 'wait', until: { kind: 'time', minutes: '30' }, says: 'In half an hour.', next: 'b' },
      b: { kind: 'reply', text: 'It is time.' },
    });
    const asked = await write('Where is my order NL-48213?');
    await wakeDueRuns();
    await work();
    expect(await said(asked.conversationId)).toHaveLength(1);
    await desk.db.playbookRun.updateMany({
      where: { conversationId: asked.conversationId },
      data: { dueAt: new Date(0) },
    });
    await wakeDueRuns();
    await work();
    expect((await said(asked.conversationId)).at(-1)).toBe('It is time.');
  });
});

describe('an act that waits for approval in a playbook', () => {
  const nodes = {
    a: { kind: 'confirm', ask: 'Sure?', next: 'do', declined: 'no' },
    do: {
      kind: 'act',
      tool: 'refunds.create',
      args: { order: '"NL-48213"', amountCents: '62000' },
      as: 'made',
      says: 'Refund of $620.00',
      told: 'Told.',
      next: 'w',
    },
    w: {
      kind: 'wait',
      until: { kind: 'approval' },
      says: 'A colleague looks at it.',
      next: 'yes',
      timeout: { minutes: 600, next: 'no' },
    },
    yes: { kind: 'reply', text: 'Done: {{ money(made.refund.amountCents) }}.' },
    no: { kind: 'reply', text: 'It stays as it is.' },
  };
  const waiting = async () => {
    await release(nodes);
    const asked = await write('Where is my order NL-48213?');
    await write('yes', asked);
    const action = await desk.db.action.findFirstOrThrow({ where: { conversationId: asked.conversationId } });
    expect(action.status).toBe('waiting_approval');
    expect(await runOf(asked.conversationId)).toMatchObject({ waitsFor: 'approval', actionKey: action.key });
    return { ...asked, actionId: action.id };
  };
  it('goes on with its result', async () => {
    const { conversationId, actionId } = await waiting();
    await decide(desk.people.supervisor, { actionId, decision: 'approve' });
    await resume(actionId);
    await resume(actionId);
    await work();
    expect((await said(conversationId)).slice(2)).toEqual(['Done: $620.00.']);
    expect(await runOf(conversationId)).toMatchObject({ state: 'done', node: 'yes' });
  });
  it('goes its own way when it is refused', async () => {
    const { conversationId, actionId } = await waiting();
    await decide(desk.people.supervisor, { actionId, decision: 'refuse', reason: 'too late' });
    await passRefused(actionId);
    await work();
    expect((await said(conversationId)).at(-1)).toBe('It stays as it is.');
    expect(await desk.db.handoff.count({ where: { conversationId } })).toBe(0);
  });
});

describe('a signal that starts a playbook', () => {
  const nodes = {
    a: { kind: 'reply', text: 'Your parcel {{ event.order }} is lost.', next: 'b' },
    b: { kind: 'reply', text: 'We are sorry.' },
  };
  it('begins in the open conversation, in a new one after the last, and once', async () => {
    await release(untilEvent);
    const asked = await write('Where is my order NL-48213?');
    await release(nodes, { signals: ['parcel.lost'] });
    const taken = await signal('parcel.lost', asked.email, { order: 'NL-48213' });
    await takeSignal(taken.signal);
    await work();
    expect((await said(asked.conversationId)).slice(1)).toEqual(['Your parcel NL-48213 is lost.\n\nWe are sorry.']);
    await desk.db.conversation.update({ where: { id: asked.conversationId }, data: { state: 'closed' } });
    await signal('parcel.lost', asked.email, { order: 'NL-9' });
    const opened = await desk.db.conversation.findFirstOrThrow({
      where: { customer: { identities: { some: { value: asked.email } } }, id: { not: asked.conversationId } },
    });
    expect(opened).toMatchObject({ channelId: desk.channels.api, verified: true, state: 'open' });
    expect(await said(opened.id)).toEqual([expect.stringMatching(/AI assistant\. Your parcel NL-9 is lost\./)]);
  });
  it('does nothing about strangers, and refuses another’s conversation', async () => {
    expect(
      await receiveSignal(key, { name: 'x', customer: { email: 'no@b.example' }, key: 'k2', data: {} }),
    ).toMatchObject({ known: false });
    const asked = await write('Hello');
    const other = { name: 'x', customer: { email: asked.email }, key: 'k3', data: {}, conversation: 999_999 };
    await expect(receiveSignal(key, other)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('sumPlaybookRuns', () => {
  it('says where runs came to, wait and ended', async () => {
    const [one] = await sum({ key: 'order-status', days: 7 }, desk.people.admin);
    const wait = one!.nodes.find(({ node }) => node === 'a');
    expect(one!.version).toBeGreaterThan(1);
    expect(wait!.entered).toBeGreaterThan(0);
    const all = await sum({ key: 'order-status', days: 7 }, desk.people.admin);
    const runs = all.reduce((total, { runs: count }) => total + count, 0);
    expect(runs).toBe(await desk.db.playbookRun.count({ where: { playbook: 'order-status' } }));
    expect(all.flatMap(({ nodes }) => nodes).some(({ left }) => left > 0)).toBe(true);
    expect(
      all.flatMap(({ nodes }) => nodes).every(({ secondsToNext }) => secondsToNext === null || secondsToNext >= 0),
    ).toBe(true);
  });
});
