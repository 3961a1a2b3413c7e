import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { type Mood, openTestConnector, type TestConnector } from '../tools/open-test-connector';

const root = path.resolve(import.meta.dirname, '../..');
// Inside the repository, because the bundle finds its packages from where it lies.
const bundle = path.join(root, 'dist', `worker-${randomUUID()}.mjs`);

let desk: TestDatabase;
let shop: TestConnector;
let receive: typeof import('../pipeline/receive-message').receiveMessage;
const workers = new Set<ChildProcess>();

const order = {
  number: 'NL-48213',
  status: 'delivered',
  placedAt: new Date(Date.now() - 12 * 86_400_000).toISOString(),
  deliveredAt: new Date(Date.now() - 5 * 86_400_000).toISOString(),
  refundedCents: 0,
  refundableCents: 8_900,
  lines: [{ name: 'Drift tent' }],
  payment: { brand: 'Visa', last4: '4242', capturedCents: 8_900 },
};

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'orders.list': { takes: ['customer', 'limit'], run: () => ({ orders: [{ ...order, items: ['Drift tent'] }] }) },
    'orders.get': { takes: ['customer', 'order'], run: () => ({ order }) },
    'refunds.create': {
      write: true,
      takes: ['customer', 'order', 'amountCents', 'reason'],
      run: ({ amountCents }) => ({ refund: { amountCents } }),
    },
  });
  ({ receiveMessage: receive } = await import('../pipeline/receive-message'));
  const { seal } = await import('../platform/crypto');
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop') };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
  await build({
    absWorkingDir: root,
    entryPoints: ['lib/worker/main.ts'],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
  });
});
afterEach(() => {
  for (const worker of workers) worker.kill('SIGKILL');
  workers.clear();
});
afterAll(async () => {
  rmSync(bundle, { force: true });
  await shop?.close();
  await desk?.close();
});

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [bundle], { cwd: root, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  workers.add(worker);
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code} before it was ready`)));
  });
  return worker;
}

/** What a minute of silence would do, without waiting for it. */
const declareDead = () => desk.db.workerLease.updateMany({ data: { beatAt: new Date(Date.now() - 60_000) } });

async function write(text: string, email: string, conversationId?: string) {
  const identities = [
    { kind: 'email' as const, value: email, verified: true },
    { kind: 'account' as const, value: `cus_${email}`, verified: true },
  ];
  const base = { channelId: desk.channels.api, identities, name: 'Ada Winter', verified: true, text };
  return receive({ ...base, ...(conversationId ? { conversationId } : {}) });
}
const said = async (conversationId: string) =>
  (
    await desk.db.message.findMany({ where: { conversationId, author: 'assistant' }, orderBy: { createdAt: 'asc' } })
  ).map((one) => one.text);

/** A refund up to the point where the shop has the call and the worker has no answer. */
async function actUpTo(mood: Mood) {
  const email = `${randomUUID()}@b.example`;
  const { conversationId } = await write('I want a refund for order NL-48213', email);
  await expect.poll(async () => (await said(conversationId)).length, { timeout: 20_000 }).toBe(1);
  const before = shop.calls.length;
  shop.moods.set('refunds.create', [mood]);
  const { messageId } = await write('Yes please', email, conversationId);
  await expect
    .poll(() => shop.calls.slice(before).some((one) => one.tool === 'refunds.create'), { timeout: 20_000, interval: 5 })
    .toBe(true);
  return { conversationId, messageId };
}

async function endsOnce({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  await expect
    .poll(async () => (await desk.db.turn.findUnique({ where: { messageId } }))?.status, { timeout: 30_000 })
    .toBe('saved');
  expect((await said(conversationId)).slice(1)).toEqual([expect.stringContaining('$89.00')]);
  const [action, ...more] = await desk.db.action.findMany({ where: { conversationId } });
  expect(action).toMatchObject({ status: 'succeeded' });
  expect(more).toEqual([]);
  expect(shop.effects.get(action!.key)).toBe(1);
  expect(await desk.db.deadLetter.count()).toBe(0);
}

describe('a worker that is gone', () => {
  it.each(['stall', 'hang'] as const)(
    'in the middle of a call (%s) is taken over: the turn ends, nothing twice',
    { timeout: 60_000 },
    async (mood) => {
      const first = await startWorker();
      const turn = await actUpTo(mood);
      first.kill('SIGKILL');
      await declareDead();
      const from = Date.now();
      await startWorker();
      await endsOnce(turn);
      expect(Date.now() - from).toBeLessThan(60_000);
      expect((await desk.db.turn.findUniqueOrThrow({ where: { messageId: turn.messageId } })).attempts).toBe(2);
    },
  );

  it('and comes back after it was taken over ends itself and does nothing twice', { timeout: 60_000 }, async () => {
    const first = await startWorker();
    const turn = await actUpTo('stall');
    first.kill('SIGSTOP');
    await declareDead();
    await startWorker();
    await endsOnce(turn);
    const ended = new Promise<number | null>((resolve) => first.once('exit', resolve));
    first.kill('SIGCONT');
    expect(await ended).toBe(3);
    await endsOnce(turn);
  });
});
