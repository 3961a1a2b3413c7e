import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { policies } from '../../prisma/seed/policies';
import { decideAction } from '../governance/decide-action';
import { type Decision, type DecisionScope, policySchema } from '../governance/policy.schema';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from './open-test-connector';
import type { Proposal } from './propose-action';
import { nobody } from './tool.schema';

let desk: TestDatabase;
let shop: TestConnector;
let conversation: { id: string; customerId: string };
let propose: typeof import('./propose-action').proposeAction;
let run: typeof import('./run-action').runAction;
let read: typeof import('./read-tool').readTool;
let call: typeof import('./call-tool').callTool;
let decide: typeof import('./decide-approval').decideApproval;
let expire: typeof import('./expire-approvals').expireApprovals;

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'refunds.create': { write: true, takes: ['customer', 'order'], run: ({ order }) => ({ refund: { order } }) },
    'orders.get': { takes: ['customer', 'order'], run: (args) => ({ order: args }) },
    'fragile.read': { takes: [], run: () => ({}) },
  });
  ({ proposeAction: propose } = await import('./propose-action'));
  ({ runAction: run } = await import('./run-action'));
  ({ readTool: read } = await import('./read-tool'));
  ({ callTool: call } = await import('./call-tool'));
  ({ decideApproval: decide } = await import('./decide-approval'));
  ({ expireApprovals: expire } = await import('./expire-approvals'));
  const { seal } = await import('../platform/crypto');
  for (const key of ['shop', 'fragile']) {
    const connector = { key, name: 'Shop', url: shop.url, token: seal(shop.token, `connector:${key}`) };
    await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
  }
  conversation = await desk.conversation();
});
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});
beforeEach(() => {
  shop.calls.length = 0;
  shop.moods.clear();
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
const ask = { ...allow, effect: 'needs_approval' as const, approvers: 'supervisor' };
const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  key: randomUUID(),
  conversationId: conversation.id,
  turnId: null,
  customerId: conversation.customerId,
  connector: 'shop',
  tool: 'refunds.create',
  args: { order: 'NL-1' },
  subject: `cus_${randomUUID()}`,
  facts: {},
  factsReadAt: new Date(),
  says: 'Refund of $5.00',
  tells: 'Done.',
  ...more,
});
const approved = async (more: Partial<Proposal> = {}) => (await propose(proposal(more), () => allow)).action;

describe('proposeAction', () => {
  it('keeps one row for a key that comes twenty times at once', async () => {
    const one = proposal();
    const all = await Promise.all(Array.from({ length: 20 }, () => propose(one, () => allow)));
    expect(new Set(all.map(({ action }) => action.id)).size).toBe(1);
    expect(await desk.db.action.count({ where: { key: one.key } })).toBe(1);
  });

  it('lets exactly three password links through when twenty are asked for at once', async () => {
    const subject = `cus_${randomUUID()}`;
    const { key, definition } = policies.find((one) => one.key === 'password-resets')!;
    const policy = { key, version: 1, definition: policySchema.parse(definition) };
    const scope = (ledger: DecisionScope['ledger']): DecisionScope => ({
      action: { tool: 'accounts.send_password_reset', args: { email: 'a@b.example' } },
      facts: { account: { known: true, twoFactor: false } },
      customer: { tier: null },
      conversation: { verified: false, confirmed: false, approvedBy: null, trusted: true },
      ledger,
      now: new Date().toISOString(),
    });
    const asks = Array.from({ length: 20 }, () => proposal({ subject, tool: 'accounts.send_password_reset' }));
    const all = await Promise.all(asks.map((one) => propose(one, (ledger) => decideAction(policy, scope(ledger)))));
    const counts = all.map(({ action }) => action.status).sort();
    expect(counts).toEqual([...Array(3).fill('approved'), ...Array(17).fill('denied')]);
    expect(all.filter(({ action }) => action.rule === 'three-a-day')).toHaveLength(17);
    const other = await propose(proposal({ tool: 'accounts.send_password_reset' }), (ledger) =>
      decideAction(policy, scope(ledger)),
    );
    expect(other.action.status).toBe('approved');
  });
});

describe('sumLedger', () => {
  it('counts each tool of the subject in a day, and the money of everybody in an hour', async () => {
    const { sumLedger } = await import('./propose-action');
    const subject = `cus_${randomUUID()}`;
    const of = { subject, customerId: conversation.customerId, tool: 'refunds.create', key: 'none' };
    const before = await sumLedger(desk.db, of);
    expect(before).toMatchObject({ today: 0, todayCents: 0, tools: {}, customerDayCents: 0 });

    const spend = async (tool: string, amountCents: number, hoursAgo: number, whose = subject, decision = allow) => {
      const { action } = await propose(proposal({ tool, subject: whose }), () => ({ ...decision, amountCents }));
      const createdAt = new Date(Date.now() - hoursAgo * 3_600_000);
      await desk.db.action.update({ where: { id: action.id }, data: { createdAt } });
      return action;
    };
    const last = await spend('refunds.create', 100, 0);
    await spend('refunds.create', 200, 2);
    await spend('credits.create', 400, 23);
    await spend('refunds.create', 800, 25);
    await spend('refunds.create', 1_600, 0, subject, { ...allow, effect: 'deny' });
    await spend('refunds.create', 3_200, 0, `cus_${randomUUID()}`);
    expect(await sumLedger(desk.db, of)).toEqual({
      today: 2,
      todayCents: 300,
      tools: {
        'refunds.create': { today: 2, todayCents: 300 },
        'credits.create': { today: 1, todayCents: 400 },
      },
      customerDayCents: 700,
      assistantHourCents: before.assistantHourCents + 3_300,
    });
    expect(await sumLedger(desk.db, { ...of, key: last.key })).toMatchObject({ today: 1, customerDayCents: 600 });
  });

  it('holds the assistant’s cap for the hour when twenty customers are refunded at once', async () => {
    const definition = policySchema.parse({
      tools: ['refunds.create'],
      amount: 'action.args.amountCents',
      caps: { assistantHourCents: 3_000 },
      rules: [{ name: 'rest', when: 'true', effect: 'allow', agent: 'Fine.' }],
    });
    await desk.db.action.updateMany({ data: { createdAt: new Date(Date.now() - 7_200_000) } });
    const decideOne = (ledger: DecisionScope['ledger']) =>
      decideAction(
        { key: 'caps', version: 1, definition },
        {
          action: { tool: 'refunds.create', args: { amountCents: 1_000 } },
          facts: {},
          customer: { tier: null },
          conversation: { verified: true, confirmed: true, approvedBy: null, trusted: true },
          ledger,
          now: new Date().toISOString(),
        },
      );
    const all = await Promise.all(Array.from({ length: 20 }, () => propose(proposal(), decideOne)));
    expect(all.filter(({ decision }) => decision.effect === 'allow')).toHaveLength(3);
    expect(all.filter(({ action }) => action.rule === 'cap-assistant-hour')).toHaveLength(17);
  });
});

describe('runAction', () => {
  const effects = (key: string) => shop.effects.get(key) ?? 0;

  it('does it once, with the subject of the ledger and never the one in the arguments', async () => {
    const action = await approved({ args: { order: 'NL-1', customer: 'cus_other', idempotencyKey: 'mine', extra: 1 } });
    const all = await Promise.all([run(action.id), run(action.id)]);
    expect(all.map((one) => one.kind)).toEqual(['succeeded', 'succeeded']);
    expect(effects(action.key)).toBe(1);
    // The other one may have asked what became of it meanwhile, and called for nothing.
    expect(shop.calls.filter(({ tool }) => tool === 'refunds.create').map(({ args }) => args)).toEqual([
      { order: 'NL-1', customer: action.subject, idempotencyKey: action.key },
    ]);
    shop.calls.length = 0;
    expect(await run(action.id)).toMatchObject({ kind: 'succeeded', result: { refund: { order: 'NL-1' } } });
    expect(shop.calls).toEqual([]);
  });

  it('asks what became of it when the line was cut after it was done', async () => {
    const action = await approved();
    shop.moods.set('refunds.create', ['drop']);
    expect(await run(action.id)).toMatchObject({ kind: 'succeeded' });
    expect(effects(action.key)).toBe(1);
    expect(shop.calls.map((one) => one.tool)).toEqual(['refunds.create', 'actions.status']);
  });

  it('tries again when it was certainly not done', async () => {
    const action = await approved();
    shop.moods.set('refunds.create', ['break', { refuse: 'unavailable' }]);
    expect(await run(action.id)).toMatchObject({ kind: 'succeeded', action: { attempts: 3 } });
    expect(effects(action.key)).toBe(1);
  });

  it('gives up after three tries, and stays failed', async () => {
    const action = await approved();
    shop.moods.set('refunds.create', Array(5).fill({ refuse: 'mail_unavailable' }));
    expect(await run(action.id)).toMatchObject({ kind: 'failed', code: 'mail_unavailable' });
    expect(await run(action.id)).toMatchObject({ kind: 'failed', code: 'mail_unavailable' });
    expect([shop.calls.length, effects(action.key)]).toEqual([3, 0]);
  });

  it('does not try again what the shop refused', async () => {
    const action = await approved();
    shop.moods.set('refunds.create', [{ refuse: 'amount_too_high' }]);
    expect(await run(action.id)).toMatchObject({ kind: 'failed', code: 'amount_too_high' });
    expect(shop.calls).toHaveLength(1);
  });

  it('is unknown when nobody can say, and found out later without doing it twice', async () => {
    const action = await approved();
    shop.moods.set('refunds.create', ['drop']);
    shop.moods.set('actions.status', Array(3).fill({ refuse: 'unavailable' }));
    expect(await run(action.id)).toMatchObject({ kind: 'unknown', action: { status: 'unknown' } });
    shop.calls.length = 0;
    expect(await run(action.id)).toMatchObject({ kind: 'succeeded', action: { status: 'succeeded' } });
    expect(shop.calls.map((one) => one.tool)).toEqual(['actions.status']);
    expect(effects(action.key)).toBe(1);
  });

  it('asks before it repeats what somebody started and did not live to see', async () => {
    const action = await approved();
    await desk.db.action.update({ where: { id: action.id }, data: { status: 'started' } });
    expect(await run(action.id)).toMatchObject({ kind: 'succeeded' });
    expect(shop.calls.map((one) => one.tool)).toEqual(['actions.status', 'refunds.create']);
  });

  it('does not write over what was found out while its process stood still', async () => {
    const action = await approved();
    shop.moods.set('refunds.create', [{ refuse: 'unavailable' }, { refuse: 'wrong_status' }]);
    const frozen = run(action.id);
    await expect.poll(() => shop.calls.length).toBe(1);
    const result = { refund: { order: 'NL-1' } };
    await desk.db.action.update({ where: { id: action.id }, data: { status: 'succeeded', result } });
    expect(await frozen).toMatchObject({ kind: 'succeeded', result });
    expect(await desk.db.action.findUnique({ where: { id: action.id } })).toMatchObject({ status: 'succeeded' });
    expect(shop.calls).toHaveLength(1);
  });

  it('never runs what waits, was refused or denied', async () => {
    const { action } = await propose(proposal(), () => ask);
    for (const status of ['waiting_approval', 'refused', 'denied', 'expired'] as const) {
      await desk.db.action.update({ where: { id: action.id }, data: { status } });
      expect(await run(action.id)).toMatchObject({ kind: 'failed', code: 'not_approved' });
    }
    expect(shop.calls).toEqual([]);
  });
});

const whose = (account: string) => ({ account, email: null });

describe('reading', () => {
  it('asks again after what passes, and gives nobody’s records without a subject', async () => {
    shop.moods.set('orders.get', [{ refuse: 'unavailable' }, 'drop']);
    const asked = { tool: 'shop:orders.get', args: { order: 'NL-1' } };
    expect(await read({ ...asked, whose: whose('cus_1') })).toMatchObject({ kind: 'done' });
    expect(shop.calls).toHaveLength(3);
    expect(await read({ ...asked, whose: nobody })).toMatchObject({ kind: 'refused', code: 'not_verified' });
    expect(await read({ ...asked, tool: 'none', whose: nobody })).toMatchObject({
      kind: 'refused',
      code: 'unknown_tool',
    });
    expect(shop.calls).toHaveLength(3);
  });

  it('gives up a call that hangs in its time', async () => {
    shop.moods.set('orders.get', ['hang']);
    const from = performance.now();
    const asked = { tool: 'shop:orders.get', args: {}, whose: whose('cus_1'), timeoutMs: 200 };
    expect(await call(asked)).toMatchObject({ kind: 'unknown' });
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('leaves a connector alone after eight failures in a row, and only that one', async () => {
    shop.moods.set('fragile.read', Array(20).fill('break'));
    const ask = (connector: string) => call({ tool: `${connector}:fragile.read`, args: {}, whose: nobody });
    for (let count = 0; count < 8; count++) expect(await ask('fragile')).toMatchObject({ kind: 'unknown' });
    const left = shop.moods.get('fragile.read')!.length;
    expect(await ask('fragile')).toEqual({ kind: 'unavailable', message: 'resting after several failures' });
    expect(shop.moods.get('fragile.read')).toHaveLength(left);
    shop.moods.clear();
    expect(await ask('shop')).toMatchObject({ kind: 'done' });
  });
});

describe('approvals', () => {
  const waiting = async () => (await propose(proposal(), () => ask)).action.id;
  const events = (actionId: string, name: string) =>
    desk.db.outboxEvent.count({ where: { name, data: { path: ['actionId'], equals: actionId } } });

  it('of two people at once hears one, twenty times', async () => {
    for (let count = 0; count < 20; count++) {
      const actionId = await waiting();
      const tries = await Promise.allSettled([
        decide(desk.people.supervisor, { actionId, decision: 'approve' }),
        decide(desk.people.admin, { actionId, decision: 'approve' }),
      ]);
      expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      expect(tries.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
      expect(await events(actionId, 'action.approved')).toBe(1);
    }
  });

  it('wants the rank, a reason for a refusal, and something to decide', async () => {
    const actionId = await waiting();
    const supervisor = desk.people.supervisor;
    await expect(decide(desk.people.agents[0], { actionId, decision: 'approve' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(decide(supervisor, { actionId, decision: 'refuse', reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    for (const nothing of ['x', randomUUID()])
      await expect(decide(supervisor, { actionId: nothing, decision: 'approve' })).rejects.toMatchObject({
        code: 'not_found',
      });
    await decide(supervisor, { actionId, decision: 'refuse', reason: 'Too late' });
    expect(await desk.db.action.findUnique({ where: { id: actionId } })).toMatchObject({
      status: 'refused',
      reason: 'Too late',
      decidedBy: supervisor.id,
    });
    expect(await events(actionId, 'action.refused')).toBe(1);
  });

  it('end by themselves when nobody decides in time, once', async () => {
    const [late, early] = [await waiting(), await waiting()];
    await desk.db.action.update({ where: { id: late }, data: { dueAt: new Date(Date.now() - 1_000) } });
    await Promise.all([expire(), expire()]);
    expect(await desk.db.action.findUnique({ where: { id: late } })).toMatchObject({ status: 'expired' });
    expect(await desk.db.action.findUnique({ where: { id: early } })).toMatchObject({ status: 'waiting_approval' });
    expect(await events(late, 'action.refused')).toBe(1);
    await expect(decide(desk.people.supervisor, { actionId: late, decision: 'approve' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
