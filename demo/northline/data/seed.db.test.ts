import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../open-test-shop';
import { seed } from './seed';

let world: TestShop;

beforeAll(async () => {
  world = await openTestShop();
});

afterAll(async () => {
  await world?.close();
});

describe('the seeded shop', () => {
  const refunded = `(SELECT coalesce(sum(amount_cents), 0) FROM refunds r WHERE r.order_number = o.number)`;
  const charged = `(SELECT sum(amount_cents) FROM payments p WHERE p.invoice = i.number AND p.status = 'captured')`;
  it.each([
    ['processing', `FROM orders WHERE status = 'processing'`],
    [
      'in transit',
      `FROM shipments s JOIN orders o ON o.number = s.order_number WHERE o.status = 'shipped' AND s.status = 'in_transit'`,
    ],
    ['delayed by a storm', `FROM shipments WHERE delayed_by = 'storm' AND eta > now() AND promised_at < now()`],
    [
      'delivered within 30 days',
      `FROM orders WHERE status = 'delivered' AND delivered_at > now() - interval '29 days'`,
    ],
    [
      'delivered beyond 30 days',
      `FROM orders WHERE status = 'delivered' AND delivered_at < now() - interval '31 days'`,
    ],
    [
      'delivered within 30 days and over $500',
      `FROM orders WHERE status = 'delivered' AND delivered_at > now() - interval '29 days' AND total_cents > 50000`,
    ],
    ['cancelled', `FROM orders WHERE status = 'cancelled'`],
    ['refunded in part', `FROM orders o WHERE ${refunded} > 0 AND ${refunded} < total_cents`],
    ['several lines', 'FROM (SELECT order_number FROM order_lines GROUP BY 1 HAVING count(*) > 1) l'],
    ['active memberships', `FROM subscriptions WHERE status = 'active' AND price_cents > 0`],
    ['paused memberships', `FROM subscriptions WHERE status = 'paused'`],
    ['ended memberships', `FROM subscriptions WHERE status = 'ended'`],
    ['two-factor accounts', 'FROM customers WHERE two_factor'],
    ['invoices that differ from the charge', `FROM invoices i WHERE ${charged} <> invoiced_cents`],
    ['invoices over $100 off', `FROM invoices i WHERE ${charged} > invoiced_cents + 10000`],
    ['failed payments', `FROM payments WHERE status = 'failed'`],
  ])('has a dozen: %s', async (_, from) => {
    const { rows } = await world.shop.pool.query<{ count: number }>(`SELECT count(*)::int AS count ${from}`);
    expect(rows[0]?.count).toBeGreaterThanOrEqual(12);
  });

  it('has money that adds up and nothing from the future', async () => {
    const { rows } = await world.shop.pool.query(
      `SELECT number FROM orders o WHERE placed_at > now() OR delivered_at > now() OR delivered_at < placed_at
         OR total_cents <> shipping_cents + (SELECT sum(qty * price_cents) FROM order_lines l WHERE l.order_number = o.number)
         OR ${refunded} > total_cents`,
    );
    expect(rows).toEqual([]);
  });

  it('is seeded once', async () => {
    expect(await seed(world.shop.pool, new Date())).toBe(false);
    expect(await world.http('GET', '/demo/totals')).toMatchObject({ customers: 308, orders: 2_000 });
  });

  it.each([
    ['inTransitDelayed', { status: 'shipped', shipment: { delayedBy: 'storm' } }],
    ['inTransit', { status: 'shipped', shipment: { status: 'in_transit' } }],
    ['deliveredRecent', { status: 'delivered', refundableCents: 8_400 }],
    ['deliveredLarge', { status: 'delivered', refundableCents: 62_000 }],
    ['deliveredOld', { status: 'delivered' }],
    ['processing', { status: 'processing', payment: { status: 'paid' } }],
    ['partlyRefunded', { status: 'delivered', payment: { status: 'partly_refunded' }, refundedCents: 4_500 }],
  ])('has the case %s', async (name, expected) => {
    for (const { customer, order } of world.cases[name] ?? []) {
      expect((await world.call('orders.get', { customer, order })).order).toMatchObject(expected);
    }
    expect(world.cases[name]).toHaveLength(8);
  });
});
