import type { z } from 'zod';
import type { caseSchema } from '../../lib/governance/case.schema';

type Words = {
  title: string;
  description: string;
  /** Rules as people say them, by name. */
  rules: Record<string, string>;
  cases?: z.input<typeof caseSchema>[];
};

const own = {
  verified: 'Never for somebody who is not signed in.',
  confirmed: 'Never without a yes to exactly this.',
  trusted: 'Never on a message that tries to steer the assistant.',
  'order-found': 'Never on an order of somebody else.',
};

const known = { verified: true, confirmed: true };
const now = '2026-06-20T10:00:00Z';
const order = (more: object = {}) => ({
  shop: {
    order: {
      number: 'NL-40112',
      status: 'delivered',
      placedAt: '2026-06-01T09:00:00Z',
      deliveredAt: '2026-06-06T09:00:00Z',
      refundableCents: 90_000,
      refundedCents: 0,
      lines: [{ name: 'Ridge tent' }],
      payment: { capturedCents: 90_000, brand: 'Visa', last4: '4242' },
      ...more,
    },
  },
});
const refund = (cents: number) => ({ tool: 'refunds.create', args: { order: 'NL-40112', amountCents: cents }, now });

/** What the policies of the demo are called, in the words of whoever reads them, and what must come out of them. */
export const policyWords: Record<string, Words> = {
  refunds: {
    title: 'Refunds',
    description: 'Who may be refunded, and who must ask first.',
    rules: {
      ...own,
      delivered: 'Not before the goods arrived.',
      'window-30-days': 'Not later than 30 days after delivery.',
      positive: 'Never less than a cent.',
      'no-more-than-paid': 'Never more than was paid and not given back yet.',
      'over-500': 'Over $500.00, on one order or in a day, a supervisor decides.',
      'within-rules': 'Within 30 days of delivery, to the card that paid.',
    },
    cases: [
      { ...refund(8_400), name: '$84.00, day 14', conversation: known, facts: order(), expect: { effect: 'allow' } },
      { ...refund(50_000), name: '$500.00, day 14', conversation: known, facts: order(), expect: { effect: 'allow' } },
      {
        ...refund(50_001),
        name: '$500.01, day 14',
        conversation: known,
        facts: order(),
        expect: { effect: 'needs_approval', rule: 'over-500' },
      },
      {
        ...refund(40_000),
        name: 'Two of $400.00 in a day',
        conversation: known,
        facts: order(),
        ledger: { today: 1, todayCents: 40_000 },
        expect: { effect: 'needs_approval', rule: 'over-500' },
      },
      {
        ...refund(40_000),
        name: '$400.00 after $200.00 on the same order',
        conversation: known,
        facts: order({ refundedCents: 20_000, refundableCents: 70_000 }),
        expect: { effect: 'needs_approval', rule: 'over-500' },
      },
      {
        ...refund(8_400),
        name: 'Order of another customer',
        conversation: known,
        facts: { shop: {} },
        expect: { effect: 'deny', rule: 'order-found' },
      },
      {
        ...refund(-2_000),
        name: 'Amount −$20.00',
        conversation: known,
        facts: order(),
        expect: { effect: 'deny', rule: 'positive' },
      },
      {
        ...refund(90_001),
        name: 'A cent more than was paid',
        conversation: known,
        facts: order(),
        expect: { effect: 'deny', rule: 'no-more-than-paid' },
      },
      {
        ...refund(8_400),
        name: 'Day 31',
        conversation: known,
        facts: order({ deliveredAt: '2026-05-20T09:00:00Z' }),
        expect: { effect: 'deny', rule: 'window-30-days' },
      },
      {
        ...refund(8_400),
        name: 'Still on its way',
        conversation: known,
        facts: order({ status: 'shipped' }),
        expect: { effect: 'deny', rule: 'delivered' },
      },
      {
        ...refund(8_400),
        name: 'No yes from the customer',
        conversation: { verified: true },
        facts: order(),
        expect: { effect: 'deny', rule: 'confirmed' },
      },
    ],
  },
  'order-changes': {
    title: 'Order changes',
    description: 'What can still be changed about an order.',
    rules: {
      ...own,
      'not-sent-yet': 'Not once the order has been sent.',
      'within-rules': 'As long as the order has not been sent.',
    },
  },
  deliveries: {
    title: 'Deliveries',
    description: 'When a delivery may be moved, and to which day.',
    rules: {
      ...own,
      'on-its-way': 'Only while the parcel is on its way.',
      'two-weeks-ahead': 'Only to a day from tomorrow to two weeks ahead.',
      'twice-a-day': 'Not more than three times a day.',
      'within-rules': 'To a day on which the carrier delivers.',
    },
  },
  returns: {
    title: 'Returns',
    description: 'What may be sent back, and until when.',
    rules: {
      ...own,
      delivered: 'Not before the goods arrived.',
      'window-30-days': 'Not later than 30 days after delivery.',
      'within-rules': 'Within 30 days of delivery.',
    },
  },
  memberships: {
    title: 'Memberships',
    description: 'The customer decides on their own membership.',
    rules: {
      ...own,
      'once-a-day': 'After two changes in a day an agent looks at it.',
      'within-rules': 'Cancel, pause, resume and change, as the customer likes.',
    },
  },
  'password-resets': {
    title: 'Password resets',
    description: 'A link goes to the address on file, and nowhere else.',
    rules: {
      known: 'Only for an address that has an account.',
      'two-factor': 'Never on an account with two-factor sign-in.',
      trusted: own.trusted,
      'three-a-day': 'Not more than three links a day.',
      'email-just-changed': 'Not when the address was changed today.',
      'to-the-owner': 'To the address on file.',
    },
  },
  'email-changes': {
    title: 'Email changes',
    description: 'How an account gets another address.',
    rules: {
      ...own,
      'two-factor': 'With two-factor sign-in a supervisor decides.',
      'once-a-day': 'Not more than once a day.',
      'to-be-confirmed': 'The new address is confirmed by a link, the old one gets a notice.',
    },
  },
  invoices: {
    title: 'Invoice copies',
    description: 'A copy goes to the address on file.',
    rules: {
      verified: own.verified,
      trusted: own.trusted,
      'five-a-day': 'Not more than five copies a day.',
      'to-the-owner': 'To the address on file.',
    },
  },
  payments: {
    title: 'Payments',
    description: 'When a card may be tried again.',
    rules: {
      ...own,
      failed: 'Only when the payment failed.',
      'three-a-day': 'Not more than three times a day.',
      'within-rules': 'When the customer asks for it.',
    },
  },
  credits: {
    title: 'Credits',
    description: 'What is given back when more was charged than invoiced.',
    rules: {
      ...own,
      'a-difference': 'Only when more was charged than invoiced.',
      'no-more-than-owed': 'Never more than the difference that is left.',
      'over-100': 'Over $100.00 in a day a supervisor decides.',
      'within-rules': 'The difference between charge and invoice.',
    },
  },
  reversals: {
    title: 'Taking back',
    description: 'What was done already is taken back by who may answer for it.',
    rules: {
      'from-the-ledger': 'Never what the ledger does not say was done.',
      trusted: own.trusted,
      'asked-by-a-person': 'A supervisor decides, unless the playbook that did it takes it back.',
      'within-rules': 'When a person approved it, or the playbook that did it asks.',
    },
    cases: [
      {
        tool: 'refunds.reverse',
        name: 'By the playbook that did it',
        conversation: known,
        compensates: { tool: 'refunds.create', by: 'playbook', amountCents: 8_400 },
        expect: { effect: 'allow' },
      },
      {
        tool: 'refunds.reverse',
        name: 'By nobody who may answer for it',
        conversation: known,
        compensates: { tool: 'refunds.create', by: 'person', amountCents: 8_400 },
        expect: { effect: 'needs_approval', rule: 'asked-by-a-person' },
      },
      {
        tool: 'orders.reinstate',
        name: 'Nothing was done before',
        conversation: known,
        expect: { effect: 'deny', rule: 'from-the-ledger' },
      },
    ],
  },
};
