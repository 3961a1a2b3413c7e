import { describe, expect, it } from 'vitest';
import { shopRecords } from '../../prisma/seed/tools';
import { mapRecords } from './map-records';
import { planCompensation } from './plan-compensation';
import { type Fault, type RecordsSetting, recordsSettingSchema } from './records.schema';
import { testTool } from './test-tool';

const now = new Date('2026-11-21T12:00:00Z');
const answers = {
  account: { customer: { since: '2020-01-01', ordersCount: 2, lifetimeCents: 5_000 } },
  orders: {
    orders: [{ number: 'NL-1', status: 'delivered', totalCents: 900, placedAt: '2026-01-02', items: ['A', 'B'] }],
  },
  membership: { subscription: { plan: 'Ridge', status: 'active', priceCents: 100, interval: 'year', extra: 1 } },
};

describe('mapRecords', () => {
  it('reads the shop as the seed sets it', () => {
    expect(mapRecords(recordsSettingSchema.parse(shopRecords).show, answers, now)).toEqual({
      faults: [],
      records: {
        kind: 'found',
        since: '2020-01-01',
        ordersCount: 2,
        lifetimeCents: 5_000,
        orders: [{ number: 'NL-1', status: 'delivered', totalCents: 900, at: '2026-01-02', summary: 'A, B' }],
        subscription: { plan: 'Ridge', status: 'active', priceCents: 100, interval: 'year', renewsAt: null },
        readAt: now.toISOString(),
      },
    });
  });

  it('shows no membership where there is none', () => {
    expect(mapRecords(shopRecords.show, { ...answers, membership: {} }, now).records).toMatchObject({
      subscription: null,
    });
  });

  it.each([
    ['an answer of another form', { ...answers, orders: {} }],
    ['a figure that is none', { ...answers, account: { customer: { ordersCount: 'two', lifetimeCents: 1 } } }],
  ])('says of %s that it does not fit', (_, given) => {
    expect(mapRecords(shopRecords.show, given, now).records).toMatchObject({ kind: 'unavailable' });
  });

  it.each<[Partial<RecordsSetting['show']>, Fault]>([
    [
      { orders: 'orders.list' },
      { where: 'show.orders', called: 'Latest orders', says: 'It comes to nothing: No such key: list.' },
    ],
    [
      { ordersCount: 'account.customer.since' },
      {
        ...{ where: 'show.ordersCount', called: 'Orders in all' },
        says: 'It comes to "2020-01-01", and should be a number.',
      },
    ],
    [
      { orders: '[{"number": "1", "status": "new", "totalCents": 1, "at": "soon", "summary": ""}]' },
      {
        ...{ where: 'show.orders', called: 'Latest orders' },
        says: 'It should be a list of records with number, status, totalCents, at and summary. At 0.at: is not a date.',
      },
    ],
    [
      { since: '"long ago"' },
      {
        ...{ where: 'show.since', called: 'Customer since' },
        says: 'It comes to "long ago", and should be a date or null.',
      },
    ],
  ])('says which field of %j keeps them from being shown', (more, fault) => {
    const mapped = mapRecords({ ...shopRecords.show, ...more }, answers, now);
    expect(mapped).toEqual({ records: { kind: 'unavailable', why: expect.any(String) }, faults: [fault] });
  });

  it('passes on a hundred orders and no more', () => {
    const [order] = answers.orders.orders;
    const many = { ...answers, orders: { orders: Array.from({ length: 150 }, () => order) } };
    const { records } = mapRecords(shopRecords.show, many, now);
    expect(records.kind === 'found' && records.orders).toHaveLength(100);
  });
});

describe('planCompensation', () => {
  const tool = testTool({
    compensatedBy: { tool: 'refunds.reverse', args: { refund: 'result.refund.id', of: 'args.order' } },
  });

  it('takes its arguments from what was sent and what came of it', () => {
    expect(planCompensation(tool, { args: { order: 'NL-1' }, result: { refund: { id: 're_1' } } })).toEqual({
      tool: 'shop:refunds.reverse',
      args: { refund: 're_1', of: 'NL-1' },
    });
  });

  it('knows none where the registry knows none, and none without what it needs', () => {
    expect(planCompensation(testTool(), { args: {}, result: {} })).toBeNull();
    expect(() => planCompensation(tool, { args: {}, result: {} })).toThrow();
  });
});
