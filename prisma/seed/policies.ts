import type { z } from 'zod';
import type { policySchema } from '../../lib/governance/policy.schema';

type Seed = { key: string; definition: z.input<typeof policySchema> };
type Rule = Seed['definition']['rules'][number];

/** What every write of a customer's own things asks first. */
const own: Rule[] = [
  {
    name: 'verified',
    when: '!conversation.verified',
    effect: 'deny',
    check: 'Customer is verified',
    agent: 'The customer is not verified.',
    customer: 'Please sign in first, so that I know it is you.',
  },
  {
    name: 'confirmed',
    when: '!conversation.confirmed',
    effect: 'deny',
    check: 'Customer said yes',
    agent: 'The customer has not said yes to exactly this.',
  },
  {
    name: 'trusted',
    when: '!conversation.trusted',
    effect: 'deny',
    check: 'No attempt to steer',
    agent: 'The message tries to steer the assistant, so it may not write on it.',
  },
];
const orderFact = { shop: { tool: 'orders.get', args: { order: 'action.args.order' } } };
const found: Rule = {
  name: 'order-found',
  when: '!has(facts.shop.order)',
  effect: 'deny',
  agent: 'The order is not among the customer’s own.',
};

export const policies: Seed[] = [
  {
    key: 'refunds',
    definition: {
      tools: ['refunds.create'],
      facts: orderFact,
      amount: 'action.args.amountCents',
      rules: [
        ...own,
        found,
        {
          name: 'delivered',
          when: '!(facts.shop.order.status in ["delivered", "returned"])',
          effect: 'deny',
          check: 'It was delivered',
          value: 'facts.shop.order.status',
          agent:
            'Order {{ facts.shop.order.number }} is {{ facts.shop.order.status }}; only what was delivered is refunded.',
        },
        {
          name: 'window-30-days',
          when: 'daysBetween(facts.shop.order.deliveredAt, now) > 30',
          effect: 'deny',
          check: 'Within 30 days of delivery',
          value: '"day " + string(daysBetween(facts.shop.order.deliveredAt, now))',
          agent:
            'Delivered {{ string(daysBetween(facts.shop.order.deliveredAt, now)) }} days ago; refunds are possible for 30.',
          customer:
            'Order {{ facts.shop.order.number }} was delivered on {{ day(facts.shop.order.deliveredAt) }}, and refunds are possible within 30 days of delivery, so I cannot refund it. If something about it is broken, the warranty may help; just tell me, or ask for a person.',
        },
        {
          name: 'positive',
          when: '!(action.args.amountCents > 0)',
          effect: 'deny',
          agent: 'The amount is not above zero.',
        },
        {
          name: 'no-more-than-paid',
          when: 'action.args.amountCents > facts.shop.order.refundableCents',
          effect: 'deny',
          check: 'Not more than was paid',
          value: 'money(facts.shop.order.refundableCents)',
          agent: 'More than the {{ money(facts.shop.order.refundableCents) }} that can still be refunded.',
          customer:
            'For order {{ facts.shop.order.number }} I can give back {{ money(facts.shop.order.refundableCents) }} at most, which is what was paid and not refunded yet. Just tell me if I should do that, or ask for a person.',
        },
        {
          name: 'over-500',
          when: 'action.args.amountCents + facts.shop.order.refundedCents > 50000 || action.args.amountCents + ledger.todayCents > 50000',
          effect: 'needs_approval',
          approvers: 'supervisor',
          check: 'Not over $500.00',
          value: 'money(action.args.amountCents)',
          agent: 'A refund over $500.00 needs a supervisor, whoever asks for it.',
          customer:
            'I have asked a colleague to check the refund of {{ money(action.args.amountCents) }} for order {{ facts.shop.order.number }}: refunds over $500 are looked at by a person first. You will hear from us here within the hour.',
        },
        {
          name: 'within-rules',
          when: 'true',
          effect: 'allow',
          agent: 'Within 30 days, not over $500.00, not more than was paid.',
        },
      ],
      shows: [
        { label: 'Order', value: 'facts.shop.order.number + ", " + joined(facts.shop.order.lines.map(l, l.name))' },
        {
          label: 'Paid',
          value: 'money(facts.shop.order.payment.capturedCents) + " on " + day(facts.shop.order.placedAt)',
        },
        { label: 'To', value: 'facts.shop.order.payment.brand + " ending in " + facts.shop.order.payment.last4' },
        { label: 'Delivered', value: 'day(facts.shop.order.deliveredAt)' },
        { label: 'Refunded', value: 'money(facts.shop.order.refundedCents) + " so far on this order"' },
        {
          label: 'Today',
          value:
            'string(ledger.today) + (ledger.today == 1 ? " other refund, " : " other refunds, ") + money(ledger.todayCents)',
        },
      ],
    },
  },
  {
    key: 'order-changes',
    definition: {
      tools: ['orders.cancel', 'orders.change_address'],
      facts: orderFact,
      rules: [
        ...own,
        found,
        {
          name: 'not-sent-yet',
          when: 'facts.shop.order.status != "processing"',
          effect: 'deny',
          check: 'Not sent yet',
          value: 'facts.shop.order.status',
          agent: 'Order {{ facts.shop.order.number }} is {{ facts.shop.order.status }}.',
          customer:
            'Order {{ facts.shop.order.number }} is already {{ facts.shop.order.status }}, so this cannot be changed any more.',
        },
        { name: 'within-rules', when: 'true', effect: 'allow', agent: 'The order has not been sent yet.' },
      ],
      shows: [
        { label: 'Order', value: 'facts.shop.order.number' },
        { label: 'Status', value: 'facts.shop.order.status' },
      ],
    },
  },
  {
    key: 'deliveries',
    definition: {
      tools: ['deliveries.reschedule'],
      facts: orderFact,
      rules: [
        ...own,
        found,
        {
          name: 'on-its-way',
          when: 'facts.shop.order.status != "shipped"',
          effect: 'deny',
          check: 'On its way',
          value: 'facts.shop.order.status',
          agent: 'Order {{ facts.shop.order.number }} is {{ facts.shop.order.status }}.',
        },
        {
          name: 'two-weeks-ahead',
          when: 'daysBetween(now, action.args.date + "T23:59:59Z") < 1 || daysBetween(now, action.args.date + "T00:00:00Z") > 14',
          effect: 'deny',
          check: 'Tomorrow to two weeks ahead',
          agent: 'The carrier delivers from tomorrow to two weeks ahead.',
          customer:
            'The carrier can deliver from tomorrow to two weeks ahead, and {{ weekday(action.args.date) }} is not among these days. Which other day suits you? Write “move delivery to …” with the day.',
        },
        { name: 'twice-a-day', when: 'ledger.today >= 3', effect: 'deny', agent: 'Moved three times today already.' },
        {
          name: 'within-rules',
          when: 'true',
          effect: 'allow',
          agent: 'The parcel is on its way and the carrier delivers on that day.',
        },
      ],
    },
  },
  {
    key: 'returns',
    definition: {
      tools: ['returns.create'],
      facts: orderFact,
      rules: [
        ...own,
        found,
        {
          name: 'delivered',
          when: 'facts.shop.order.status != "delivered"',
          effect: 'deny',
          check: 'It was delivered',
          agent: 'Order {{ facts.shop.order.number }} is {{ facts.shop.order.status }}.',
        },
        {
          name: 'window-30-days',
          when: 'daysBetween(facts.shop.order.deliveredAt, now) > 30',
          effect: 'deny',
          check: 'Within 30 days of delivery',
          agent: 'Delivered more than 30 days ago.',
        },
        { name: 'within-rules', when: 'true', effect: 'allow', agent: 'Delivered within 30 days.' },
      ],
    },
  },
  {
    key: 'memberships',
    definition: {
      tools: ['subscriptions.cancel', 'subscriptions.pause', 'subscriptions.resume', 'subscriptions.change'],
      rules: [
        ...own,
        {
          name: 'once-a-day',
          when: 'ledger.today >= 2',
          effect: 'needs_approval',
          approvers: 'agent',
          agent: 'Changed twice today already.',
          customer:
            'Your membership was changed twice today already, so a colleague looks at this one first. You will hear from us here.',
        },
        { name: 'within-rules', when: 'true', effect: 'allow', agent: 'The customer decides on their own membership.' },
      ],
    },
  },
  {
    key: 'password-resets',
    definition: {
      tools: ['accounts.send_password_reset'],
      subjectFrom: {
        tool: 'customers.find',
        args: { email: 'action.args.email' },
        value: 'found.found ? dyn(found.customer.id) : dyn(null)',
      },
      facts: { account: { tool: 'accounts.lookup', args: { email: 'action.args.email' } } },
      rules: [
        {
          name: 'known',
          when: '!facts.account.known',
          effect: 'deny',
          agent: 'There is no account under this address.',
        },
        {
          name: 'two-factor',
          when: 'facts.account.twoFactor',
          effect: 'deny',
          check: 'No two-factor sign-in',
          agent: 'Accounts with two-factor sign-in are opened by recovery code or by a person.',
        },
        {
          name: 'trusted',
          when: '!conversation.trusted',
          effect: 'deny',
          agent: 'The message tries to steer the assistant, so it may not write on it.',
        },
        {
          name: 'three-a-day',
          when: 'ledger.today >= 3',
          effect: 'deny',
          check: 'At most three a day',
          value: 'string(ledger.today) + " today"',
          agent: 'Three links were sent to this account in the last 24 hours.',
          customer:
            'Three links have been sent to this account today, and more are not possible until tomorrow. Please look into your spam folder: the latest link is the one that works.',
        },
        {
          name: 'email-just-changed',
          when: 'ledger.emailChangedToday',
          effect: 'deny',
          check: 'Email not changed today',
          agent: 'The address of this account was changed today; a reset now would open it to whoever did that.',
        },
        {
          name: 'to-the-owner',
          when: 'true',
          effect: 'allow',
          agent: 'The link goes to the address on file and nowhere else.',
        },
      ],
    },
  },
  {
    key: 'email-changes',
    definition: {
      tools: ['accounts.change_email'],
      facts: { mine: { tool: 'accounts.get', args: {} } },
      rules: [
        ...own,
        {
          name: 'two-factor',
          when: 'facts.mine.account.twoFactor',
          effect: 'needs_approval',
          approvers: 'supervisor',
          check: 'No two-factor sign-in',
          agent: 'A change of address on an account with two-factor sign-in is looked at by a supervisor.',
          customer:
            'Your account has two-factor sign-in, so a colleague looks at a change of address first. You will hear from us here within the hour.',
        },
        {
          name: 'once-a-day',
          when: 'ledger.today >= 1',
          effect: 'deny',
          check: 'Not changed today',
          agent: 'The address was changed in the last 24 hours already.',
          customer: 'Your address was changed today already; another change is possible tomorrow.',
        },
        {
          name: 'to-be-confirmed',
          when: 'true',
          effect: 'allow',
          agent: 'The new address must be confirmed by a link, and the old one gets a notice.',
        },
      ],
      shows: [
        { label: 'Address now', value: 'facts.mine.account.email' },
        { label: 'New address', value: 'action.args.newEmail' },
        { label: 'Two-factor', value: 'facts.mine.account.twoFactor ? "on" : "off"' },
      ],
    },
  },
  {
    key: 'invoices',
    definition: {
      tools: ['invoices.send_copy'],
      rules: [
        own[0]!,
        own[2]!,
        {
          name: 'five-a-day',
          when: 'ledger.today >= 5',
          effect: 'deny',
          agent: 'Five copies were sent today already.',
        },
        { name: 'to-the-owner', when: 'true', effect: 'allow', agent: 'The copy goes to the address on file.' },
      ],
    },
  },
  {
    key: 'payments',
    definition: {
      tools: ['payments.retry'],
      facts: { bill: { tool: 'invoices.get', args: { invoice: 'action.args.invoice' } } },
      amount: 'facts.bill.invoice.invoicedCents',
      rules: [
        ...own,
        {
          name: 'failed',
          when: 'facts.bill.invoice.status != "failed"',
          effect: 'deny',
          check: 'The payment failed',
          agent: 'Invoice {{ facts.bill.invoice.number }} is {{ facts.bill.invoice.status }}.',
        },
        {
          name: 'three-a-day',
          when: 'ledger.today >= 3',
          effect: 'deny',
          agent: 'The card was tried three times today already.',
          customer: 'Your card was tried three times today already. Please enter another card under Account, Payment.',
        },
        {
          name: 'within-rules',
          when: 'true',
          effect: 'allow',
          agent: 'The customer asked for it, and the payment failed before.',
        },
      ],
    },
  },
  {
    key: 'credits',
    definition: {
      tools: ['credits.create'],
      facts: { bill: { tool: 'invoices.get', args: { invoice: 'action.args.invoice' } } },
      amount: 'action.args.amountCents',
      rules: [
        ...own,
        {
          name: 'a-difference',
          when: '!has(facts.bill.invoice) || facts.bill.invoice.differenceCents <= 0',
          effect: 'deny',
          check: 'Charged more than invoiced',
          value: 'money(facts.bill.invoice.differenceCents)',
          agent: 'The charge does not exceed the invoice.',
        },
        {
          name: 'no-more-than-owed',
          when: 'action.args.amountCents > facts.bill.invoice.differenceCents - facts.bill.invoice.creditedCents',
          effect: 'deny',
          check: 'Not more than is owed',
          agent: 'More than the difference that is left.',
        },
        {
          name: 'over-100',
          when: 'action.args.amountCents + ledger.todayCents > 10000',
          effect: 'needs_approval',
          approvers: 'supervisor',
          check: 'Not over $100.00',
          value: 'money(action.args.amountCents)',
          agent: 'A credit over $100.00 needs a supervisor.',
          customer:
            'I have asked a colleague to check the credit of {{ money(action.args.amountCents) }}: amounts over $100 are looked at by a person first. You will hear from us here within the hour.',
        },
        {
          name: 'within-rules',
          when: 'true',
          effect: 'allow',
          agent: 'It is the difference between charge and invoice.',
        },
      ],
      shows: [
        { label: 'Invoice', value: 'facts.bill.invoice.number + ", " + facts.bill.invoice.description' },
        { label: 'Invoiced', value: 'money(facts.bill.invoice.invoicedCents)' },
        { label: 'Charged', value: 'money(facts.bill.invoice.chargedCents)' },
        { label: 'Credited', value: 'money(facts.bill.invoice.creditedCents) + " so far"' },
      ],
    },
  },
];
