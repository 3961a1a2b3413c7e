import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceStatus, overchargedCents } from './load-invoice';
import { paymentStatus } from './load-order';
import { isDeliverable } from './order-changes';
import { hashArgs } from './run-once';

const invoice = {
  number: 'INV-1',
  order_number: null,
  issued_at: new Date(0),
  description: 'Ridge membership, one year',
  invoiced_cents: 4_900,
  charged_cents: 4_900,
  credited_cents: 0,
  failure: null,
};

describe('isDeliverable', () => {
  const now = new Date('2026-02-27T23:30:00Z');
  it.each([
    ['2026-02-26', false],
    ['2026-02-27', false],
    ['2026-02-28', true],
    ['2026-03-13', true],
    ['2026-03-14', false],
  ])('%s: %s', (date, expected) => {
    expect(isDeliverable(date, now)).toBe(expected);
  });
});

describe('an invoice', () => {
  it.each([
    ['charged as it says', {}, 'paid', 0],
    ['charged too much', { charged_cents: 7_900 }, 'paid', 3_000],
    ['credited in part', { charged_cents: 7_900, credited_cents: 1_000 }, 'paid', 2_000],
    ['credited in full', { charged_cents: 7_900, credited_cents: 3_000 }, 'paid', 0],
    ['charged too little', { charged_cents: 4_000 }, 'paid', 0],
    ['declined', { charged_cents: 0, failure: 'card_expired' }, 'failed', 0],
    ['not charged yet', { charged_cents: 0 }, 'open', 0],
  ])('%s', (_, fields, status, overcharged) => {
    expect(invoiceStatus({ ...invoice, ...fields })).toBe(status);
    expect(overchargedCents({ ...invoice, ...fields })).toBe(overcharged);
  });
});

describe('paymentStatus', () => {
  it.each([
    [0, 0, 'open'],
    [8_400, 0, 'paid'],
    [8_400, 1, 'partly_refunded'],
    [8_400, 8_400, 'refunded'],
  ])('%i captured, %i refunded: %s', (captured_cents, refunded_cents, expected) => {
    expect(paymentStatus({ captured_cents, refunded_cents })).toBe(expected);
  });
});

describe('hashArgs', () => {
  const args = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.string())));

  it('does not mind the order of names', () => {
    fc.assert(
      fc.property(args, (given) => {
        expect(hashArgs(Object.fromEntries(Object.entries(given).reverse()))).toBe(hashArgs(given));
      }),
    );
  });

  it('minds any value', () => {
    fc.assert(
      fc.property(args, fc.integer(), (given, amount) => {
        expect(hashArgs({ ...given, amountCents: amount })).not.toBe(hashArgs({ ...given, amountCents: amount + 1 }));
      }),
    );
  });
});
