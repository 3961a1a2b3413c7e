import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sayAction } from './say-action';

it.each<[Record<string, unknown>, string]>([
  [{}, 'Refund an order'],
  [{ order: 'NL-48213', amountCents: 4_450 }, 'Refund an order (order NL-48213, amount $44.50)'],
  [{ newEmail: 'a@b.example' }, 'Refund an order (new email a@b.example)'],
  [{ delivery_date: '2026-11-24', gift: true }, 'Refund an order (delivery date 2026-11-24, gift yes)'],
  [{ skus: ['a', 'b'] }, 'Refund an order (skus ["a","b"])'],
])('%j is said as “%s”', (args, said) => {
  expect(sayAction('Refund an order', args)).toBe(said);
});

it('names every amount and every order that would be acted upon', () => {
  const args = fc.record({ order: fc.nat(99_999).map((number) => `NL-${number}`), amountCents: fc.nat(9_999_999) });
  fc.assert(
    fc.property(args, ({ order, amountCents }) => {
      const said = sayAction('Refund an order', { order, amountCents });
      expect(said).toContain(order);
      const amount = /\$([\d,]+\.\d{2})/.exec(said)?.[1]?.replaceAll(',', '');
      expect(Math.round(Number(amount) * 100)).toBe(amountCents);
    }),
  );
});
