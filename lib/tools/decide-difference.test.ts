import { expect, it } from 'vitest';
import { type Compared, decideDifference } from './decide-difference';
import type { Known } from './settle-action';

const now = new Date('2026-11-21T12:00:00Z');
const refund = (amountCents: number) => ({ refund: { id: 're_1', amountCents } });
const action = (status: Compared['status'], more: Partial<Compared> = {}): Compared => ({
  status,
  result: status === 'succeeded' || status === 'compensated' ? refund(500) : null,
  amountCents: 500,
  startedAt: new Date('2026-11-21T11:50:00Z'),
  ...more,
});
const known = (amountCents = 500): Known => ({ kind: 'done', result: refund(amountCents) });
const unknown: Known = { kind: 'unseen' };
const silent: Known = { kind: 'silent' };
const justNow = { startedAt: new Date('2026-11-21T11:59:50Z') };

const rows: [string, Compared, Known, string][] = [
  ['done here and there', action('succeeded'), known(), 'agree'],
  ['taken back, and the first is still known there', action('compensated'), known(), 'agree'],
  ['done here, not there', action('succeeded'), unknown, 'missing_there'],
  ['taken back here, never done there', action('compensated'), unknown, 'missing_there'],
  ['another amount', action('succeeded'), known(700), 'amount_differs'],
  ['an amount the ledger only has from the rule', action('succeeded', { result: {} }), known(700), 'amount_differs'],
  ['nothing to compare by', action('succeeded', { result: {}, amountCents: null }), known(700), 'agree'],
  ['failed here and there', action('failed'), unknown, 'agree'],
  ['failed here, done there', action('failed'), known(), 'done_there'],
  ['unknown, and it was done', action('unknown'), known(), 'settle_done'],
  ['unknown, and it never came', action('unknown'), unknown, 'settle_not_done'],
  ['unknown, and it may still be under way', action('unknown', justNow), unknown, 'open'],
  ['started by somebody who may still be at it', action('started'), unknown, 'open'],
  ['the shop says nothing', action('succeeded'), silent, 'open'],
  ['the shop says nothing of what is unknown', action('unknown'), silent, 'open'],
];

it.each(rows)('%s', (_, compared, answer, expected) => {
  const difference = decideDifference(compared, answer, now);
  expect(difference.kind === 'finding' ? difference.finding : difference.kind).toBe(expected);
});

it('says both amounts', () => {
  expect(decideDifference(action('succeeded'), known(700), now)).toMatchObject({
    says: 'The ledger says $5.00, the shop $7.00.',
  });
});
