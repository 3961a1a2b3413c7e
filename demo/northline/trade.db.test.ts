import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays, newKey, openTestShop, pick, type TestShop } from './open-test-shop';

let world: TestShop;

beforeAll(async () => {
  world = await openTestShop();
});

afterAll(async () => {
  await world?.close();
});

describe('the trade', () => {
  it('sends three password resets in a day, and not a fourth, even at once', async () => {
    const { customer, email } = world.take('accountPlain');
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        world.call('accounts.send_password_reset', { customer, idempotencyKey: newKey() }),
      ),
    );
    expect(results.filter((result) => result.sentTo === email)).toHaveLength(3);
    expect(results.filter((result) => result.error?.code === 'rate_limited')).toHaveLength(3);
    expect((await world.http('GET', `/demo/mails?email=${email}`)).mails).toHaveLength(3);
  });

  it('knows an account by its address, and no more', async () => {
    expect(await world.call('accounts.lookup', { email: world.take('accountTwoFactor').email.toUpperCase() })).toEqual({
      known: true,
      twoFactor: true,
    });
    expect(await world.call('accounts.lookup', { email: 'nobody@nowhere.example' })).toEqual({
      known: false,
      twoFactor: false,
    });
  });

  it('shows a wrong charge and credits the difference once', async () => {
    const { customer, invoice } = world.take('wrongCharge');
    const { entries } = await world.call('billing.history', { customer, months: 1 });
    expect(entries).toEqual([
      expect.objectContaining({
        kind: 'charge',
        invoice,
        amountCents: 7_900,
        invoicedCents: 4_900,
        differenceCents: 3_000,
      }),
    ]);
    const credit = (amountCents: number) =>
      world.call('credits.create', {
        customer,
        invoice,
        amountCents,
        reason: 'Charged too much',
        idempotencyKey: newKey(),
      });
    expect((await credit(3_001)).error?.code).toBe('amount_too_high');
    const results = await Promise.all([credit(3_000), credit(3_000)]);
    expect(results.filter((result) => result.credit)).toHaveLength(1);
    expect(results.find((result) => result.error)?.error.code).toBe('already_done');
  });

  it('cancels, readdresses and reschedules only in time', async () => {
    const first = pick(world.take('processing'));
    const address = '9 New Street, Denver, CO 80205';
    await world.call('orders.change_address', { ...first, address, idempotencyKey: newKey() });
    expect((await world.call('orders.get', first)).order.address).toBe(address);
    const cancelled = await world.call('orders.cancel', {
      ...first,
      reason: 'Changed my mind',
      idempotencyKey: newKey(),
    });
    expect(cancelled.refund.amountCents).toBe(18_800);
    expect(
      (await world.call('orders.cancel', { ...first, reason: 'Again', idempotencyKey: newKey() })).error?.code,
    ).toBe('already_done');
    expect(
      (await world.call('orders.change_address', { ...first, address, idempotencyKey: newKey() })).error?.code,
    ).toBe('wrong_status');

    const moving = pick(world.take('inTransit'));
    expect((await world.call('orders.cancel', { ...moving, reason: 'No', idempotencyKey: newKey() })).error?.code).toBe(
      'wrong_status',
    );
    expect(
      (await world.call('deliveries.reschedule', { ...moving, date: inDays(5), idempotencyKey: newKey() })).delivery
        .date,
    ).toBe(inDays(5));
    expect(
      (await world.call('deliveries.reschedule', { ...moving, date: inDays(0), idempotencyKey: newKey() })).error?.code,
    ).toBe('invalid');
    expect((await world.call('shipments.track', moving)).shipment.eta.slice(0, 10)).toBe(inDays(5));
  });

  it('opens one return, and exchanges only what is in stock', async () => {
    const mine = pick(world.take('deliveredOld'));
    const exchange = (newSize?: string) =>
      world.call('returns.create', {
        ...mine,
        kind: 'exchange',
        reason: 'Too small',
        newSize,
        idempotencyKey: newKey(),
      });
    expect((await exchange()).error?.code).toBe('invalid');
    expect((await exchange('constructor')).error?.code).toBe('invalid');
    await world.shop.pool.query(`UPDATE products SET stock = stock || '{"XL": 1}' WHERE sku = 'CLO-FLC'`);
    const { return: opened } = await exchange('XL');
    expect((await fetch(opened.labelUrl.replace(/^http:\/\/[^/]+/, world.origin))).status).toBe(200);
    expect((await exchange('XL')).error?.code).toBe('already_done');
    const other = pick(world.take('deliveredOld'));
    expect(
      (
        await world.call('returns.create', {
          ...other,
          kind: 'exchange',
          reason: 'Too small',
          newSize: 'XL',
          idempotencyKey: newKey(),
        })
      ).error?.code,
    ).toBe('out_of_stock');
  });

  it('pauses, resumes, changes and cancels a membership', async () => {
    const { customer } = world.take('subscriptionActive');
    const write = (tool: string, args = {}) => world.call(tool, { customer, ...args, idempotencyKey: newKey() });
    expect((await write('subscriptions.pause', { months: 7 })).error?.code).toBe('invalid');
    expect((await write('subscriptions.pause', { months: 2 })).subscription.status).toBe('paused');
    expect((await write('subscriptions.pause', { months: 2 })).error?.code).toBe('already_done');
    expect((await write('subscriptions.resume')).subscription.status).toBe('active');
    expect((await write('subscriptions.change', { plan: 'Summit' })).subscription).toMatchObject({
      plan: 'Summit',
      priceCents: 8_900,
    });
    expect((await world.call('customers.get', { customer })).customer.tier).toBe('Summit');
    const { subscription } = await write('subscriptions.cancel', { reason: 'Moving away' });
    expect(new Date(subscription.endsAt).getTime()).toBeGreaterThan(Date.now());
    expect((await write('subscriptions.cancel', { reason: 'Again' })).error?.code).toBe('already_done');
  });

  it.each([
    ['failedPayment', 'captured', 'active'],
    ['failedPaymentExpired', 'failed', 'past_due'],
  ])('retries the payment of %s: %s', async (name, payment, membership) => {
    const { customer, invoice } = world.take(name);
    expect((await world.call('payments.retry', { customer, invoice, idempotencyKey: newKey() })).payment.status).toBe(
      payment,
    );
    expect((await world.call('subscriptions.get', { customer })).subscription.status).toBe(membership);
  });

  it('moves an account to a new address only when the link is opened', async () => {
    const { customer, email } = world.take('accountPlain');
    const newEmail = `moved-${customer}@inbox.example`;
    expect(
      (await world.call('accounts.change_email', { customer, newEmail, idempotencyKey: newKey() })).pendingEmail,
    ).toBe(newEmail);
    expect((await world.call('accounts.get', { customer })).account.email).toBe(email);
    const { mails } = await world.http('GET', `/demo/mails?email=${newEmail}`);
    const link = new URL(/http\S+/.exec(mails[0].body)?.[0] ?? '');
    expect((await fetch(`${world.origin}${link.pathname}${link.search}`)).status).toBe(200);
    expect((await world.call('accounts.get', { customer })).account.email).toBe(email);
    await fetch(`${world.origin}/confirm-email`, { method: 'POST', body: new URLSearchParams(link.searchParams) });
    expect((await world.call('accounts.get', { customer })).account.email).toBe(newEmail);
  });

  it('takes an order in the storefront', async () => {
    const { customer } = world.take('accountPlain');
    const cart = `northline_cart=CMP-PLS~${encodeURIComponent('120 cm')}~Ink; northline_customer=${customer}`;
    const response = await fetch(`${world.origin}/orders`, {
      method: 'POST',
      headers: { cookie: cart },
      redirect: 'manual',
    });
    const number = new URL(response.headers.get('location') ?? '', world.origin).searchParams.get('placed');
    expect((await world.call('orders.get', { customer, order: number })).order).toMatchObject({
      status: 'processing',
      totalCents: 8_400,
    });
  });
});
