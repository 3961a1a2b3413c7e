import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playbooks } from '../../prisma/seed/playbooks';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from '../tools/open-test-connector';
import { checkPlaybook } from './check-playbook';
import { playbookSchema } from './playbook.schema';

let desk: TestDatabase;
let shop: TestConnector;
let read: typeof import('./read-surroundings').readSurroundings;

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'orders.list': { takes: ['customer', 'limit'], run: () => ({}) },
    'orders.get': { takes: ['customer', 'order'], run: () => ({}) },
  });
  ({ readSurroundings: read } = await import('./read-surroundings'));
});
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});

it('knows no tools until a system tells them, and then finds the one that is missing', async () => {
  expect((await read()).tools).toBeNull();
  const { seal } = await import('../platform/crypto');
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop') };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
  (await import('../tools/read-registry')).forgetRegistry(); // kept for a second
  const around = await read();
  expect(around.tools).toContainEqual({
    name: 'orders.list',
    write: false,
    args: expect.arrayContaining([expect.objectContaining({ name: 'limit' })]),
  });
  const refund = playbookSchema.parse(playbooks.find(({ key }) => key === 'refund')!.definition);
  const found = checkPlaybook('refund', refund, around).filter(({ field }) => field !== 'articles');
  expect(found).toEqual([
    {
      severity: 'error',
      node: 'refund',
      field: 'tool',
      column: null,
      says: 'No connected system has the tool refunds.create.',
    },
  ]);
});
