import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Decision } from '../governance/policy.schema';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from './open-test-connector';

let desk: TestDatabase;
let shop: TestConnector;
let propose: typeof import('./propose-action').proposeAction;
let run: typeof import('./run-action').runAction;
let reconcile: typeof import('./reconcile-actions').reconcileActions;
let resolve: typeof import('./resolve-difference').resolveDifference;
let entry: typeof import('./view-ledger-entry').viewLedgerEntry;

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'refunds.create': {
      write: true,
      takes: ['customer', 'order', 'amountCents'],
      run: ({ amountCents }) => ({ refund: { amountCents } }),
    },
  });
  ({ proposeAction: propose } = await import('./propose-action'));
  ({ runAction: run } = await import('./run-action'));
  ({ reconcileActions: reconcile } = await import('./reconcile-actions'));
  ({ resolveDifference: resolve } = await import('./resolve-difference'));
  ({ viewLedgerEntry: entry } = await import('./view-ledger-entry'));
  const { seal } = await import('../platform/crypto');
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop') };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
});
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});
beforeEach(async () => {
  shop.moods.clear();
  await desk.db.action.deleteMany();
  await desk.db.notification.deleteMany();
});

const allow: Decision = {
  effect: 'allow',
  policy: 'refunds',
  version: 1,
  rule: 'all',
  cel: 'true',
  agent: 'Yes.',
  customer: null,
  approvers: null,
  amountCents: 500,
  findings: [],
  shows: [],
};
async function refund() {
  const { id: conversationId, customerId } = await desk.conversation();
  const { action } = await propose(
    {
      key: randomUUID(),
      conversationId,
      turnId: null,
      customerId,
      connector: 'shop',
      tool: 'refunds.create',
      args: { order: 'NL-1', amountCents: 500 },
      subject: `cus_${customerId}`,
      facts: {},
      factsReadAt: new Date(),
      says: 'Refund of $5.00',
      tells: 'Done.',
    },
    () => allow,
  );
  return { id: action.id, key: action.key, conversationId };
}
/** As if it had ended a while ago. */
const age = (id: string, more: Record<string, unknown> = {}) => {
  const past = new Date(Date.now() - 120_000);
  return desk.db.action.update({ where: { id }, data: { startedAt: past, endedAt: past, comparedAt: null, ...more } });
};
const row = (id: string) => desk.db.action.findUniqueOrThrow({ where: { id }, include: { differences: true } });
const lines = async (conversationId: string) =>
  (await desk.db.message.findMany({ where: { conversationId, kind: 'event' } })).map(({ text }) => text);

async function lost(mood: 'drop' | 'break') {
  const one = await refund();
  shop.moods.set('refunds.create', [mood]);
  shop.moods.set('actions.status', Array(3).fill({ refuse: 'unavailable' }));
  await run(one.id);
  shop.moods.clear();
  return one;
}

it('settles what nobody knew when the shop had done it, and says so in the conversation', async () => {
  const { id, key, conversationId } = await lost('drop');
  expect(await row(id)).toMatchObject({ status: 'unknown' });
  await age(id, { endedAt: null });
  await Promise.all([reconcile(0), reconcile(0)]);
  expect(await row(id)).toMatchObject({ status: 'succeeded', result: { refund: { amountCents: 500 } }, error: null });
  expect(await lines(conversationId)).toEqual(['The shop confirms it: Refund of $5.00']);
  expect(shop.effects.get(key)).toBe(1);
});

it('settles what the shop never received as not done, and does not do it', async () => {
  const { id, key, conversationId } = await refund();
  await age(id, { status: 'unknown', endedAt: null });
  await reconcile(0);
  expect(await row(id)).toMatchObject({ status: 'failed', error: 'not_done' });
  expect(await lines(conversationId)).toEqual(['The shop never received it, so it was not done: Refund of $5.00']);
  expect(shop.effects.has(key)).toBe(false);
});

it('leaves open what may still be under way, and what the shop does not answer', async () => {
  const { id } = await lost('drop');
  await reconcile(0);
  expect(await row(id)).toMatchObject({ status: 'unknown', comparedAt: null });
  await age(id, { endedAt: null });
  shop.moods.set('actions.status', [{ refuse: 'unavailable' }]);
  await reconcile(0);
  expect(await row(id)).toMatchObject({ status: 'unknown' });
});

it('makes a difference of what the ledger has and the shop does not, told to admins once', async () => {
  const { id } = await refund();
  await age(id, { status: 'succeeded', result: { refund: { amountCents: 500 } } });
  await Promise.all([reconcile(0), reconcile(0)]);
  await desk.db.action.update({ where: { id }, data: { comparedAt: null } });
  await reconcile(0);
  expect(await row(id)).toMatchObject({
    status: 'succeeded',
    differences: [{ kind: 'missing_there', resolvedAt: null }],
  });
  const told = await desk.db.notification.findMany({ where: { kind: 'difference' } });
  expect(told.map(({ personId }) => personId)).toEqual([desk.people.admin.id]);
});

it('finds what was done after all, and another amount', async () => {
  const done = await refund();
  await run(done.id);
  await age(done.id, { status: 'failed', error: 'unavailable' });
  const other = await refund();
  await run(other.id);
  await age(other.id, { result: { refund: { amountCents: 700 } } });
  await reconcile(0);
  expect((await row(done.id)).differences).toMatchObject([{ kind: 'done_there' }]);
  expect((await row(other.id)).differences).toMatchObject([
    { kind: 'amount_differs', says: 'The ledger says $7.00, the shop $5.00.' },
  ]);
});

it('closes by itself when both agree again; what a person closed stays closed, by one of two', async () => {
  const { id } = await refund();
  await run(id);
  await age(id, { status: 'failed', error: 'unavailable' });
  await reconcile(0);
  await age(id, { status: 'succeeded', result: { refund: { amountCents: 500 } } });
  await reconcile(0);
  expect((await row(id)).differences).toMatchObject([{ resolvedBy: null, how: 'The shop and the ledger agree now.' }]);

  const second = await refund();
  await age(second.id, { status: 'succeeded', result: {} });
  await reconcile(0);
  const [open] = (await row(second.id)).differences;
  const { supervisor, admin } = desk.people;
  const tries = await Promise.allSettled(
    [supervisor, admin].map((person) => resolve(person, { differenceId: open!.id, how: 'A test order' })),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await desk.db.action.update({ where: { id: second.id }, data: { comparedAt: null } });
  await reconcile(0);
  const { differences, life } = await entry(admin, second.id);
  expect(differences).toMatchObject([{ kind: 'missing_there', resolved: { how: 'A test order' } }]);
  expect(life.map(({ name }) => name)).toEqual(['proposed', 'approved', 'started', 'succeeded']);
});

it('asks a few a run, each once, and workers beside each other ask for others', async () => {
  const all = [];
  for (let made = 0; made < 20; made++) {
    const one = await refund();
    await run(one.id);
    await age(one.id);
    all.push(one);
  }
  shop.calls.length = 0;
  expect(await reconcile(0)).toBe(12);
  expect((await Promise.all([reconcile(0), reconcile(0)])).reduce((sum, asked) => sum + asked, 0)).toBe(8);
  expect(await reconcile(0)).toBe(0);
  const asked = shop.calls.map(({ args }) => args.idempotencyKey);
  expect([asked.length, new Set(asked).size]).toEqual([20, 20]);
});
