import fc from 'fast-check';
import { expect, it } from 'vitest';
import { showRecord } from './show-record';

it.each<[unknown, string]>([
  [{ totalCents: 118_000, currency: 'USD' }, '{"totalCents":"$1,180.00","currency":"USD"}'],
  [{ totalCents: 5 }, '{"totalCents":"$0.05"}'],
  [{ order: { number: 'NL-1', note: '', sentAt: null } }, '{"order":{"number":"NL-1"}}'],
  [{ lines: [{ qty: 2, priceCents: 450 }] }, '{"lines":[{"qty":2,"priceCents":"$4.50"}]}'],
  [{ totalCents: 100, currency: '__proto__' }, '{"totalCents":"$1.00","currency":"__proto__"}'],
  [{ cents: 'many', totalCents: 'unknown' }, '{"cents":"many","totalCents":"unknown"}'],
])('%j is shown as %s', (value, shown) => {
  expect(showRecord(value)).toBe(shown);
});

it('never shows minor units as an amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (cents) => {
      const { totalCents } = JSON.parse(showRecord({ totalCents: cents, currency: 'USD' })) as { totalCents: string };
      expect(Math.round(Number(totalCents.replace(/[$,]/g, '')) * 100)).toBe(cents);
    }),
  );
});
