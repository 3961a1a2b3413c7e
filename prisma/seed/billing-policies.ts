import { own, type PolicySeed } from './policy-rules';

/** Who may have what done with invoices and payments, and what is taken back. */
export const billingPolicies: PolicySeed[] = [
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
  {
    key: 'reversals',
    definition: {
      tools: ['refunds.reverse', 'credits.void', 'orders.reinstate', 'returns.cancel', 'subscriptions.reinstate'],
      amount: 'action.compensates.amountCents',
      rules: [
        {
          name: 'from-the-ledger',
          when: '!has(action.compensates)',
          effect: 'deny',
          agent: 'Only what the ledger says was done is taken back.',
        },
        own[2]!,
        {
          name: 'asked-by-a-person',
          when: 'conversation.approvedBy == null && action.compensates.by != "playbook"',
          effect: 'needs_approval',
          approvers: 'supervisor',
          check: 'A person asked for it',
          agent: 'Taking something back needs a supervisor.',
        },
        {
          name: 'within-rules',
          when: 'true',
          effect: 'allow',
          agent: 'A person who may approve it asks for it, or the playbook that did it.',
        },
      ],
    },
  },
];
