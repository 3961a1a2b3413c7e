import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from './open-test-connector';
import type { RecordsSetting } from './records.schema';
import { connectorInputSchema } from './registry.schema';

let desk: TestDatabase;
let shop: TestConnector;
let verbs: {
  view: typeof import('./view-desk-settings').viewDeskSettings;
  save: typeof import('./save-desk-settings').saveDeskSettings;
  attempt: typeof import('./try-records').tryRecords;
  read: typeof import('./read-records').readRecords;
  products: typeof import('./read-catalogue').readCatalogue;
};

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'people.get': { takes: ['customer'], run: ({ customer }) => ({ id: customer, count: 2, spent: 19.5 }) },
    'people.orders': {
      takes: ['customer', 'limit'],
      run: ({ limit }) => ({
        list: [{ no: 'A-1', state: 'sent', cents: 900, on: '2026-11-02' }].slice(0, Number(limit)),
      }),
    },
    'goods.list': { takes: [], run: () => ({ products: [{ sku: 'T-2', name: 'Drift 2 Tent' }] }) },
    'goods.other': { takes: [], run: () => ({ products: [{ sku: 'S-1', name: 'Loft Sleeping Bag' }] }) },
    'people.remove': { write: true, takes: ['customer'], run: () => ({}) },
  });
  const { saveConnector } = await import('./save-connector');
  const { acceptTools } = await import('./accept-tools');
  const input = connectorInputSchema.parse({
    ...{ name: 'Shop', kind: 'mcp', url: shop.url, auth: { kind: 'bearer' }, secret: shop.token },
    ...{ subject: { identity: 'account' }, sandbox: false, enabled: true },
    ...{ timeoutMs: null, mostAtOnce: 24, mostPerMinute: null },
  });
  const { id: connectorId } = await saveConnector(desk.people.admin, input);
  const rows = await desk.db.tool.findMany({ where: { connectorId } });
  const tools = rows.map(({ id, hash, write }) => ({ id, hash, write, enabled: true }));
  await acceptTools(desk.people.admin, { connectorId, tools });
  verbs = {
    view: (await import('./view-desk-settings')).viewDeskSettings,
    save: (await import('./save-desk-settings')).saveDeskSettings,
    attempt: (await import('./try-records')).tryRecords,
    read: (await import('./read-records')).readRecords,
    products: (await import('./read-catalogue')).readCatalogue,
  };
});
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});

const records: RecordsSetting = {
  reads: {
    person: { tool: 'people.get', args: {} },
    orders: { tool: 'people.orders', args: { limit: '5' } },
  },
  show: {
    ordersCount: 'person.count',
    lifetimeCents: 'cents(person.spent)',
    orders:
      'orders.list.map(o, {"number": o.no, "status": o.state, "totalCents": o.cents, "at": o.on, "summary": "A parcel"})',
  },
};
const catalogue = { connector: 'shop', tool: 'goods.list' };
const order = { number: 'A-1', status: 'sent', totalCents: 900, at: '2026-11-02', summary: 'A parcel' };
const audit = (action: string) => desk.db.auditEntry.findMany({ where: { action }, orderBy: { seq: 'asc' } });
const told = () => desk.db.outboxEvent.count({ where: { name: 'records.changed' } });

describe('what the desk shows', () => {
  it('is nothing at first; the reads that may be chosen are told, and no write', async () => {
    const view = await verbs.view();
    expect(view).toMatchObject({ records: null, catalogue: null });
    expect(view.tools.map(({ name, subject }) => [name, subject])).toEqual([
      ['actions.status', false],
      ['goods.list', false],
      ['goods.other', false],
      ['people.get', true],
      ['people.orders', true],
    ]);
    expect(view.tools.find(({ name }) => name === 'people.orders')).toMatchObject({
      ...{ connector: 'shop', tool: 'people.orders' },
      args: [{ name: 'limit', required: false }],
    });
  });

  it('is tried as it is typed: shown, audited, and kept nowhere', async () => {
    const { id: customerId } = await desk.customer('cus_1');
    const tried = await verbs.attempt(desk.people.admin, { customerId, records });
    expect(tried.faults).toEqual([]);
    expect(tried.shows).toMatchObject({
      kind: 'found',
      since: null,
      ordersCount: 2,
      lifetimeCents: 1950,
      orders: [order],
    });
    expect(tried.answers).toMatchObject([
      { name: 'person', tool: 'people.get', kind: 'done', text: expect.stringContaining('"cus_1"') },
      { name: 'orders', tool: 'people.orders', kind: 'done' },
    ]);
    expect(await verbs.view()).toMatchObject({ records: null });
    expect(await verbs.read(customerId)).toEqual({ kind: 'unset' });
    expect(await audit('records.try')).toMatchObject([
      { actorId: desk.people.admin.id, subjectKind: 'setting', subjectId: 'records', after: { customerId } },
    ]);
    expect(await told()).toBe(0);
  });

  it('says plainly what is wrong when it is tried', async () => {
    const { id: customerId } = await desk.customer('cus_2');
    const attempt = (more: Partial<RecordsSetting>, id = customerId) =>
      verbs.attempt(desk.people.admin, { customerId: id, records: { ...records, ...more } });
    shop.calls.length = 0;
    expect(await attempt({ show: { ...records.show, orders: 'basket.list' } })).toEqual({
      ...{ shows: null, answers: [] },
      faults: [{ where: 'show.orders', called: 'Latest orders', says: expect.stringContaining('“basket”') }],
    });
    expect(shop.calls).toEqual([]);
    expect(await attempt({ show: { ...records.show, ordersCount: 'person.total' } })).toMatchObject({
      shows: { kind: 'unavailable' },
      faults: [{ where: 'show.ordersCount', says: expect.stringContaining('total') }],
      answers: [{ kind: 'done' }, { kind: 'done' }],
    });
    shop.moods.set('people.orders', [{ refuse: 'closed' }]);
    expect(await attempt({})).toMatchObject({
      shows: { kind: 'unavailable', why: 'it said closed' },
      answers: [{ kind: 'done' }, { kind: 'refused', text: 'it said closed' }],
    });
    const stranger = await desk.customer();
    expect(await attempt({}, stranger.id)).toEqual({ faults: [], shows: { kind: 'unknown' }, answers: [] });
    await expect(attempt({}, randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is saved, told and audited, and in force with the next customer', async () => {
    const { id: customerId } = await desk.customer('cus_3');
    await verbs.save(desk.people.admin, { records, catalogue });
    expect(await verbs.view()).toMatchObject({ records, catalogue });
    expect(await verbs.read(customerId)).toMatchObject({ kind: 'found', orders: [order] });
    expect(await told()).toBe(2);
    const sent = { ...records, show: { ...records.show, orders: '[]' } };
    await verbs.save(desk.people.admin, { records: sent, catalogue });
    expect(await verbs.read(customerId)).toMatchObject({ kind: 'found', orders: [] });
    expect(await audit('records.set')).toMatchObject([
      { before: null, after: records },
      { actorId: desk.people.admin.id, before: records, after: sent },
    ]);
    expect(await audit('catalogue.set')).toHaveLength(1);
    expect(await told()).toBe(3);
    await verbs.save(desk.people.admin, { records: sent, catalogue });
    expect(await told()).toBe(3);
  });

  it('is not saved by halves when a part of it is wrong', async () => {
    const before = await verbs.view();
    const wrong = { ...records, reads: { ...records.reads, person: { tool: 'people.remove', args: {} } } };
    await expect(verbs.save(desk.people.admin, { records: wrong, catalogue: null })).rejects.toMatchObject({
      code: 'invalid',
      message: 'The tool of “person”: people.remove changes something: only what reads is asked.',
    });
    expect(await verbs.view()).toEqual(before);
  });

  it('names the products of whichever tool lists them now', async () => {
    const named = () => verbs.products().map(({ name }) => name);
    await expect.poll(named, { timeout: 5_000 }).toEqual(['Drift 2 Tent']);
    const { records: kept } = await verbs.view();
    await verbs.save(desk.people.admin, { records: kept, catalogue: { connector: 'shop', tool: 'goods.other' } });
    await expect.poll(named, { timeout: 5_000 }).toEqual(['Loft Sleeping Bag']);
    await verbs.save(desk.people.admin, { records: kept, catalogue: null });
    await expect.poll(named, { timeout: 5_000 }).toEqual([]);
  });

  it('is taken away with null', async () => {
    const { id: customerId } = await desk.customer('cus_4');
    await verbs.save(desk.people.admin, { records: null, catalogue: null });
    expect(await verbs.view()).toMatchObject({ records: null, catalogue: null });
    expect(await desk.db.setting.count({ where: { key: { in: ['records', 'catalogue'] } } })).toBe(0);
    expect(await verbs.read(customerId)).toEqual({ kind: 'unset' });
    expect((await audit('records.set')).at(-1)).toMatchObject({ after: null });
  });
});
