import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '../governance/policy.schema';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from '../tools/open-test-connector';

let desk: TestDatabase;
let shop: TestConnector;
let turn: typeof import('../governance/switch-assistant').switchAssistant;
let read: typeof import('../governance/read-assistant-switch').readAssistantSwitch;
let act: typeof import('./act-under-policy').actUnderPolicy;
let foresee: typeof import('./act-under-policy').foreseeAction;
let propose: typeof import('../tools/propose-action').proposeAction;
let decide: typeof import('../tools/decide-approval').decideApproval;
let run: typeof import('../tools/run-action').runAction;
let resume: typeof import('./resume-action').resumeAction;
let receive: typeof import('./receive-message').receiveMessage;
/** Done while a turn reads from the shop. */
let meanwhile: () => Promise<void> = async () => undefined;
let runTurn: typeof import('./run-turn').runTurn;

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'orders.list': {
      takes: ['customer', 'limit'],
      run: async () => {
        await meanwhile();
        return { orders: [] };
      },
    },
    'refunds.create': { write: true, takes: ['customer', 'order'], run: ({ order }) => ({ refund: { order } }) },
  });
  ({ switchAssistant: turn } = await import('../governance/switch-assistant'));
  ({ readAssistantSwitch: read } = await import('../governance/read-assistant-switch'));
  ({ actUnderPolicy: act, foreseeAction: foresee } = await import('./act-under-policy'));
  ({ proposeAction: propose } = await import('../tools/propose-action'));
  ({ decideApproval: decide } = await import('../tools/decide-approval'));
  ({ runAction: run } = await import('../tools/run-action'));
  ({ resumeAction: resume } = await import('./resume-action'));
  ({ receiveMessage: receive } = await import('./receive-message'));
  ({ runTurn } = await import('./run-turn'));
  const { seal } = await import('../platform/crypto');
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop') };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
});
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});
afterEach(() => {
  meanwhile = async () => undefined;
  return turn(desk.people.admin, { writes: true, answers: true });
});

const allow: Decision = {
  effect: 'allow',
  policy: 'all',
  version: 1,
  rule: 'all',
  cel: 'true',
  agent: 'Yes.',
  customer: null,
  approvers: null,
  amountCents: null,
  findings: [],
  shows: [],
};
async function proposed(decision: Decision, more: { askedById?: string } = {}) {
  const { id: conversationId, customerId } = await desk.conversation();
  const { action } = await propose(
    {
      key: randomUUID(),
      conversationId,
      turnId: null,
      customerId,
      connector: 'shop',
      tool: 'refunds.create',
      args: { order: 'NL-1' },
      subject: `cus_${customerId}`,
      facts: {},
      factsReadAt: new Date(),
      says: 'Refund of $5.00',
      tells: 'Done.',
      ...more,
    },
    () => decision,
  );
  return action;
}
const policies = [
  {
    key: 'all',
    version: 1,
    definition: {
      tools: ['refunds.create'],
      facts: {},
      shows: [],
      rules: [{ name: 'all', when: 'true', effect: 'allow' as const, agent: 'Yes.' }],
    },
  },
];
const noWrites = { writes: false, answers: true };
const off = { writes: false, answers: false };
const says = 'The assistant is switched off. A colleague has to do this.';

describe('the switch', () => {
  it('stands on until somebody turns it, is off where it is not understood, and is kept in the audit', async () => {
    await desk.db.setting.deleteMany({ where: { key: 'assistant' } });
    expect(await read()).toEqual({ writes: true, answers: true });
    await turn(desk.people.admin, { writes: true, answers: false });
    expect(await read()).toEqual(off);
    await desk.db.setting.update({ where: { key: 'assistant' }, data: { value: 'broken' } });
    expect(await read()).toEqual(off);
    await turn(desk.people.admin, noWrites);
    const [last] = await desk.db.auditEntry.findMany({ orderBy: { seq: 'desc' }, take: 1 });
    expect(last).toMatchObject({
      action: 'assistant.switch',
      actorId: desk.people.admin.id,
      before: off,
      after: noWrites,
    });
    expect(
      await desk.db.outboxEvent.count({
        where: { name: 'desk.changed', data: { path: ['what'], equals: 'assistant' } },
      }),
    ).toBeGreaterThan(1);
  });
});

describe('without writes', () => {
  it('every write of the assistant is denied and none is offered', async () => {
    await turn(desk.people.admin, noWrites);
    const { id: conversationId, customerId } = await desk.conversation();
    const actor = {
      conversationId,
      turnId: null,
      customerId,
      whose: { account: 'cus_1', email: null },
      known: true,
      tier: null,
      verified: true,
      trusted: true,
    };
    const request = {
      tool: 'refunds.create',
      args: { order: 'NL-1' },
      key: randomUUID(),
      says: 'Refund',
      tells: 'Done',
      confirmed: true,
    };
    expect(await act(request, actor, policies, new Date())).toMatchObject({
      kind: 'denied',
      decision: { agent: says, customer: null },
    });
    expect(await foresee(request.tool, request.args, actor, policies, new Date())).toMatchObject({ effect: 'deny' });
    expect(shop.effects.has(request.key)).toBe(false);
    await turn(desk.people.admin, { writes: true, answers: true });
    expect(await act({ ...request, key: randomUUID() }, actor, policies, new Date())).toMatchObject({ kind: 'done' });
  });

  it('what was decided before does not leave any more; what a person asked for does', async () => {
    const action = await proposed(allow);
    const approved = await proposed({ ...allow, effect: 'needs_approval', approvers: 'supervisor' });
    await decide(desk.people.supervisor, { actionId: approved.id, decision: 'approve' });
    const own = await proposed(allow, { askedById: desk.people.supervisor.id });
    await turn(desk.people.admin, noWrites);
    expect(await run(action.id)).toMatchObject({ kind: 'failed', code: 'switched_off', message: says });
    await resume(approved.id);
    expect([shop.effects.has(action.key), shop.effects.has(approved.key)]).toEqual([false, false]);
    expect(await run(own.id)).toMatchObject({ kind: 'succeeded' });
    await turn(desk.people.admin, { writes: true, answers: true });
    expect(await run(action.id)).toMatchObject({ kind: 'failed', code: 'switched_off' });
    expect(shop.effects.has(action.key)).toBe(false);
  });

  it('turned between two tries, the second does not leave', async () => {
    const action = await proposed(allow);
    shop.calls.length = 0;
    shop.moods.set('refunds.create', [{ refuse: 'unavailable' }]);
    const running = run(action.id);
    await expect.poll(() => shop.calls.length).toBe(1);
    await turn(desk.people.admin, noWrites);
    expect(await running).toMatchObject({ kind: 'failed', code: 'switched_off' });
    expect(shop.effects.has(action.key)).toBe(false);
  });

  it('what may have happened before is still found out', async () => {
    const action = await proposed(allow);
    shop.moods.set('refunds.create', ['drop']);
    shop.moods.set('actions.status', Array(3).fill({ refuse: 'unavailable' }));
    expect(await run(action.id)).toMatchObject({ kind: 'unknown' });
    await turn(desk.people.admin, noWrites);
    expect(await run(action.id)).toMatchObject({ kind: 'succeeded' });
    expect(shop.effects.get(action.key)).toBe(1);
  });
});

describe('without answers', () => {
  async function write(text: string) {
    const { email } = await desk.customer(`cus_${randomUUID()}`);
    return receive({
      channelId: desk.channels.api,
      identities: [{ kind: 'email', value: email, verified: true }],
      name: 'Ada Winter',
      verified: true,
      text,
    });
  }

  it('every conversation goes to people at its next message, once, and the customer hears it', async () => {
    await turn(desk.people.admin, off);
    const { conversationId, messageId } = await write('Where is my order NL-48213?');
    await Promise.all([runTurn(messageId, 'one'), runTurn(messageId, 'one')]);
    expect(await desk.db.conversation.findUnique({ where: { id: conversationId } })).toMatchObject({ holder: 'queue' });
    expect(await desk.db.handoff.findMany({ where: { conversationId } })).toMatchObject([{ reason: 'switched_off' }]);
    const said = await desk.db.message.findMany({ where: { conversationId, author: 'assistant' } });
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('A colleague takes over from here.')]);
    expect(await desk.db.turn.findFirst({ where: { conversationId } })).toMatchObject({
      status: 'saved',
      outcome: 'handed_over',
    });
  });

  it('what a turn would have said when it is turned meanwhile is not said', async () => {
    const { conversationId, messageId } = await write('I would like my money back');
    let reads = 0;
    meanwhile = async () => {
      reads++;
      await turn(desk.people.admin, off);
    };
    await runTurn(messageId, 'one');
    expect(reads).toBeGreaterThan(0);
    expect(await desk.db.conversation.findUnique({ where: { id: conversationId } })).toMatchObject({ holder: 'queue' });
    const said = await desk.db.message.findMany({ where: { conversationId, author: 'assistant' } });
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('A colleague takes over from here.')]);
  });
});
