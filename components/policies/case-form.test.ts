import { describe, expect, it } from 'vitest';
import { type CaseForm, openForm, readForm } from './case-form';

const args = [
  { name: 'order', type: 'string', required: true },
  { name: 'amountCents', type: 'integer', required: true },
];
const written = {
  name: 'Two in a day',
  tool: 'refunds.create',
  args: { order: '1042', amountCents: 40_000 },
  subject: 'c-1',
  facts: { shop: { order: { paid: 1 } } },
  customer: { tier: 'summit' },
  conversation: { verified: true, confirmed: true, trusted: false },
  ledger: { todayCents: 40_000 },
  now: '2026-11-01T10:00:00.000Z',
  expect: { effect: 'needs_approval', rule: 'over-500' },
};
const form = (more: Partial<CaseForm> = {}) => ({ ...openForm(written, 'refunds.create', ['shop']), ...more });

describe('a case', () => {
  it('comes back from the form as it was', () => {
    expect(readForm(form(), args)).toEqual({ ok: true, value: written });
  });

  it('keeps an order number a text where the tool takes a text, and finds out what the others are', () => {
    const read = readForm(form({ args: { order: '1042', amountCents: '5', odd: 'x' } }), args);
    expect(read).toMatchObject({ value: { args: { order: '1042', amountCents: 5, odd: 'x' } } });
  });

  it.each<[string, Partial<CaseForm>, string]>([
    ['a name', { name: ' ' }, 'name'],
    ['facts that are JSON', { facts: { shop: '{order' } }, 'facts.shop'],
    ['a ledger that is JSON', { ledger: '[' }, 'ledger'],
    ['a time that is one', { now: 'yesterday' }, 'now'],
  ])('needs %s', (_, more, field) => expect(readForm(form(more), args)).toMatchObject({ ok: false, field }));

  it('that is new is of a customer who is known and said yes', () => {
    expect(openForm({}, 'refunds.create', ['shop'])).toMatchObject({
      tool: 'refunds.create',
      verified: true,
      confirmed: true,
      facts: { shop: '' },
    });
  });
});
