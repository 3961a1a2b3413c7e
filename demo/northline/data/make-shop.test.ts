import { describe, expect, it } from 'vitest';
import { caseDefinitions, customersPerCase } from './cases';
import { catalogue } from './catalogue';
import { makeShop } from './make-shop';

const now = new Date('2026-03-01T12:00:00Z');

describe('makeShop', () => {
  it('is the same shop at any time, with its dates moved', () => {
    const later = 90 * 86_400_000;
    const [first, second] = [makeShop(now), makeShop(new Date(now.getTime() + later))];
    const numbers = (shop: typeof first) =>
      shop.orders.map(({ number, customer, total_cents }) => [number, customer, total_cents]);
    expect(numbers(second)).toEqual(numbers(first));
    expect(second.customers.map(({ id, email, name }) => [id, email, name])).toEqual(
      first.customers.map(({ id, email, name }) => [id, email, name]),
    );
    expect(second.orders.map((order) => order.placed_at.getTime() - later)).toEqual(
      first.orders.map((order) => order.placed_at.getTime()),
    );
  });

  const shop = makeShop(now);

  it.each([
    ['customers', shop.customers.map((row) => row.id)],
    ['addresses', shop.customers.map((row) => row.email.toLowerCase())],
    ['orders', shop.orders.map((row) => row.number)],
    ['invoices', shop.invoices.map((row) => row.number)],
    ['payments', shop.payments.map((row) => row.id)],
  ])('names no two %s alike', (_, names) => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('writes only to hosts that cannot exist', () => {
    expect(shop.customers.filter((row) => !row.email.endsWith('.example'))).toEqual([]);
  });

  it('gives every case its customers, the first with the name in the menu', () => {
    for (const [name, { first }] of Object.entries(caseDefinitions)) {
      const rows = shop.cases.filter((row) => row.name === name);
      expect(rows).toHaveLength(customersPerCase);
      expect(shop.customers.find((row) => row.id === rows[0]?.customer)?.email).toBe(first.email);
    }
  });

  it('lets a parcel travel forward in time, and never from the future', () => {
    for (const shipment of shop.shipments) {
      const times = shipment.events.map((event) => Date.parse(event.at));
      expect([shipment.order_number, times]).toEqual([
        shipment.order_number,
        [...times].sort((one, other) => one - other),
      ]);
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
    }
  });
});

describe('the catalogue', () => {
  it('has about sixty products, each with a SKU of its own', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(60);
    expect(new Set(catalogue.map((product) => product.sku)).size).toBe(catalogue.length);
  });
});
