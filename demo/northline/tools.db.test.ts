import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inDays, newKey, openTestShop, pick, type TestShop, token } from './open-test-shop';

let world: TestShop;

beforeAll(async () => {
  world = await openTestShop();
});

afterEach(() => {
  world.shop.misbehaviours.clear();
});

afterAll(async () => {
  await world?.close();
});

describe('the door', () => {
  it.each([
    ['POST', '/mcp'],
    ['GET', '/control'],
    ['POST', '/control'],
    ['GET', '/demo/ledger?customer=cus_1001'],
    ['GET', '/demo/mails?email=a@b.example'],
    ['GET', '/demo/totals'],
  ])('%s %s is closed without the token', async (method, path) => {
    for (const authorization of [undefined, 'Bearer wrong', `Basic ${token}`]) {
      const response = await fetch(`${world.origin}${path}`, {
        method,
        headers: authorization ? { authorization } : {},
      });
      expect(response.status).toBe(401);
    }
  });

  it('lists every tool with its schema and whether it writes', async () => {
    const { tools } = await world.client.listTools();
    expect(tools).toHaveLength(34);
    for (const tool of tools) {
      const writes = 'idempotencyKey' in (tool.inputSchema.properties ?? {}) && tool.name !== 'actions.status';
      expect([tool.name, tool.annotations?.readOnlyHint]).toEqual([tool.name, !writes]);
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });

  it.each([
    ['a negative amount', { amountCents: -1 }, /amountCents/],
    ['half a cent', { amountCents: 1.5 }, /amountCents/],
    ['an amount in words', { amountCents: '100' }, /amountCents/],
    ['an argument nobody knows', { currency: 'EUR' }, /currency/],
    ['a customer that is none', { customer: "cus_1' OR 1=1" }, /customer/],
  ])('refuses %s and says where', async (_, wrong, message) => {
    const { customer, order } = world.take('inTransitDelayed');
    const args = { customer, order, amountCents: 100, reason: 'test', idempotencyKey: newKey(), ...wrong };
    expect((await world.call('refunds.create', args)).error).toEqual({
      code: 'invalid',
      message: expect.stringMatching(message),
    });
  });
});

describe('writes', () => {
  it('happen once for one key, however many ask at once', async () => {
    const { customer, order } = world.take('deliveredRecent');
    const args = { customer, order, amountCents: 2_000, reason: 'Late', idempotencyKey: newKey() };
    const results = await Promise.all(Array.from({ length: 25 }, () => world.call('refunds.create', args)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]?.refund).toMatchObject({ amountCents: 2_000, order });
    expect((await world.http('GET', `/demo/ledger?customer=${customer}`)).refunds).toHaveLength(1);
  });

  it('never give back more than was paid, however many keys', async () => {
    const { customer, order } = world.take('deliveredRecent');
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        world.call('refunds.create', { customer, order, amountCents: 3_000, reason: 'Late', idempotencyKey: newKey() }),
      ),
    );
    expect(results.filter((result) => result.refund)).toHaveLength(2);
    expect(results.filter((result) => result.error?.code === 'amount_too_high')).toHaveLength(18);
    expect((await world.call('orders.get', { customer, order })).order).toMatchObject({
      refundedCents: 6_000,
      refundableCents: 2_400,
    });
  });

  it('refuse a key that meant something else', async () => {
    const { customer, order } = world.take('deliveredRecent');
    const args = { customer, order, amountCents: 500, reason: 'Late', idempotencyKey: newKey() };
    await world.call('refunds.create', args);
    expect((await world.call('refunds.create', { ...args, amountCents: 600 })).error?.code).toBe('invalid');
    expect(
      (
        await world.call('credits.create', {
          customer,
          amountCents: 500,
          reason: 'Late',
          idempotencyKey: args.idempotencyKey,
        })
      ).error?.code,
    ).toBe('invalid');
  });

  it('leave no key behind when they are refused', async () => {
    const { customer, order } = world.take('deliveredRecent');
    const args = { customer, order, amountCents: 900_000, reason: 'Late', idempotencyKey: newKey() };
    expect((await world.call('refunds.create', args)).error?.code).toBe('amount_too_high');
    expect(await world.call('actions.status', { idempotencyKey: args.idempotencyKey })).toEqual({ found: false });
  });

  it('can be taken back: refund and credit', async () => {
    const { customer, order } = world.take('deliveredRecent');
    const { refund } = await world.call('refunds.create', {
      customer,
      order,
      amountCents: 500,
      reason: 'Late',
      idempotencyKey: newKey(),
    });
    await world.call('refunds.reverse', { customer, refund: refund.id, idempotencyKey: newKey() });
    expect((await world.call('orders.get', { customer, order })).order).toMatchObject({
      refundedCents: 0,
      payment: { status: 'paid' },
    });
    expect(
      (await world.call('refunds.reverse', { customer, refund: refund.id, idempotencyKey: newKey() })).error?.code,
    ).toBe('already_done');

    const { credit } = await world.call('credits.create', {
      customer,
      amountCents: 500,
      reason: 'Sorry',
      idempotencyKey: newKey(),
    });
    expect(
      (await world.call('credits.void', { customer, credit: credit.id, idempotencyKey: newKey() })).credit.status,
    ).toBe('void');
  });

  it('can be taken back: a cancelled order, a return, a cancelled membership', async () => {
    const cancelled = world.take('processing');
    const key = () => ({ idempotencyKey: newKey() });
    const ordered = { customer: cancelled.customer, order: cancelled.order };
    const before = (await world.call('orders.get', ordered)).order;
    await world.call('orders.cancel', { ...ordered, reason: 'Changed my mind', ...key() });
    const again = { ...ordered, ...key() };
    const results = await Promise.all(Array.from({ length: 5 }, () => world.call('orders.reinstate', again)));
    expect(new Set(results.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await world.call('actions.status', { idempotencyKey: again.idempotencyKey })).toMatchObject({ found: true });
    expect((await world.call('orders.get', ordered)).order).toMatchObject({ status: 'processing', refundedCents: 0 });
    expect((await world.call('orders.get', ordered)).order.refundableCents).toBe(before.refundableCents);
    expect((await world.call('orders.reinstate', { ...ordered, ...key() })).error?.code).toBe('already_done');

    const sent = pick(world.take('deliveredRecent'));
    const { return: opened } = await world.call('returns.create', {
      ...sent,
      kind: 'return',
      reason: 'Size',
      ...key(),
    });
    const rma = { customer: sent.customer, rma: opened.rma };
    expect((await world.call('returns.cancel', { ...rma, customer: cancelled.customer, ...key() })).error?.code).toBe(
      'not_found',
    );
    expect((await world.call('returns.cancel', { ...rma, ...key() })).return.status).toBe('withdrawn');
    const { return: second } = await world.call('returns.create', {
      ...sent,
      kind: 'return',
      reason: 'Size',
      ...key(),
    });
    expect(second.rma).toMatch(/^RMA-/);

    const { customer } = world.take('subscriptionActive');
    const { subscription } = await world.call('subscriptions.get', { customer });
    await world.call('subscriptions.cancel', { customer, reason: 'Too dear', ...key() });
    expect((await world.call('subscriptions.reinstate', { customer, ...key() })).subscription).toEqual(subscription);
    expect((await world.call('subscriptions.reinstate', { customer, ...key() })).error?.code).toBe('already_done');
  });

  it("do not touch, and reads do not show, another customer's records", async () => {
    const mine = world.take('accountPlain').customer;
    const other = world.take('deliveredRecent');
    const { invoice } = world.take('wrongCharge');
    const idempotencyKey = newKey();
    const { refund } = await world.call('refunds.create', {
      ...pick(other),
      amountCents: 100,
      reason: 'Late',
      idempotencyKey,
    });
    const attempts: [string, Record<string, unknown>][] = [
      ['orders.get', { order: other.order }],
      ['shipments.track', { order: other.order }],
      ['invoices.get', { invoice }],
      ['refunds.create', { order: other.order, amountCents: 100, reason: 'mine', idempotencyKey: newKey() }],
      ['refunds.reverse', { refund: refund.id, idempotencyKey: newKey() }],
      ['orders.cancel', { order: other.order, reason: 'mine', idempotencyKey: newKey() }],
      ['orders.change_address', { order: other.order, address: '1 My Street, Boise, ID', idempotencyKey: newKey() }],
      ['deliveries.reschedule', { order: other.order, date: inDays(3), idempotencyKey: newKey() }],
      ['returns.create', { order: other.order, kind: 'return', reason: 'mine', idempotencyKey: newKey() }],
      ['invoices.send_copy', { invoice, idempotencyKey: newKey() }],
      ['payments.retry', { invoice, idempotencyKey: newKey() }],
      ['credits.create', { invoice, amountCents: 100, reason: 'mine', idempotencyKey: newKey() }],
    ];
    for (const [tool, args] of attempts) {
      expect([tool, (await world.call(tool, { customer: mine, ...args })).error?.code]).toEqual([tool, 'not_found']);
    }
    expect(await world.call('actions.status', { idempotencyKey, customer: mine })).toEqual({ found: false });
    expect((await world.http('GET', `/demo/ledger?customer=${other.customer}`)).refunds).toHaveLength(1);
  });
});

describe('misbehaviour', () => {
  it('drops the answer after the commit; the key settles it', async () => {
    const { customer, order } = world.take('deliveredLarge');
    await world.http('POST', '/control', { tool: 'refunds.create', mode: 'drop', times: 1, customer });
    const args = { customer, order, amountCents: 62_000, reason: 'Approved', idempotencyKey: newKey() };
    await expect(world.call('refunds.create', args)).rejects.toThrow();
    const settled = await world.call('actions.status', { idempotencyKey: args.idempotencyKey });
    expect(settled).toMatchObject({ found: true, status: 'succeeded', tool: 'refunds.create' });
    expect(await world.call('refunds.create', args)).toEqual(settled.result);
    expect((await world.http('GET', `/demo/ledger?customer=${customer}`)).refunds).toHaveLength(1);
  });

  it('fails before the effect, for one customer only', async () => {
    const [struck, spared] = [world.take('accountPlain').customer, world.take('accountPlain').customer];
    await world.http('POST', '/control', { tool: '*', mode: 'fail', customer: struck });
    const reset = (customer: string) =>
      world.call('accounts.send_password_reset', { customer, idempotencyKey: newKey() });
    expect((await reset(struck)).error?.code).toBe('mail_unavailable');
    expect((await world.call('orders.list', { customer: struck })).error?.code).toBe('unavailable');
    expect((await reset(spared)).resetsToday).toBe(1);
    await world.http('DELETE', '/control');
    expect((await world.call('accounts.get', { customer: struck })).account.resetsToday).toBe(0);
  });

  it('waits as long as it is told', async () => {
    const { customer } = world.take('accountPlain');
    await world.http('POST', '/control', { tool: 'customers.get', mode: 'slow', delayMs: 120, customer });
    const before = performance.now();
    expect((await world.call('customers.get', { customer })).customer.id).toBe(customer);
    expect(performance.now() - before).toBeGreaterThanOrEqual(115);
  });

  it('knows its tools', async () => {
    expect((await world.http('POST', '/control', { tool: 'refunds.crate', mode: 'fail' })).error.message).toMatch(
      /refunds\.crate/,
    );
  });
});
