import { type SeedPlaybook, signIn } from './orders';

const invoicesOfMine = {
  kind: 'lookup' as const,
  tool: 'invoices.list',
  args: { limit: '12' },
  as: 'mine',
  says: 'Looked at the invoices',
};

export const billing: SeedPlaybook[] = [
  {
    key: 'wrong-charge',
    definition: {
      trigger: { intents: ['wrong_charge'] },
      name: 'Wrong charge',
      team: 'billing',
      wants: 'A charge that differs from the invoice put right',
      start: 'known',
      nodes: {
        known: { kind: 'verify', next: 'history', otherwise: 'sign_in' },
        sign_in: signIn,
        history: {
          kind: 'lookup',
          tool: 'billing.history',
          args: { months: '12' },
          as: 'billing',
          says: 'Compared charges with invoices',
          next: 'invoices',
        },
        invoices: { ...invoicesOfMine, next: 'found' },
        found: {
          kind: 'decide',
          branches: [
            {
              when: 'size(mine.invoices.filter(i, i.differenceCents > 0 && i.creditedCents < i.differenceCents)) == 1',
              next: 'confirm',
            },
            {
              when: 'size(mine.invoices.filter(i, i.differenceCents > 0 && i.creditedCents < i.differenceCents)) > 1',
              next: 'several',
            },
            { when: 'size(mine.invoices.filter(i, i.differenceCents > 0)) > 0', next: 'credited' },
          ],
          otherwise: 'nothing_wrong',
        },
        several: {
          kind: 'handoff',
          stopped:
            'More than one charge differs from its invoice: {{ joined(mine.invoices.filter(i, i.differenceCents > 0).map(i, i.number)) }}.',
          missing: ['Which charge is meant'],
        },
        credited: {
          kind: 'reply',
          text: 'The difference on {{ mine.invoices.filter(i, i.differenceCents > 0)[0].number }} has been credited to your account already: {{ money(mine.invoices.filter(i, i.differenceCents > 0)[0].creditedCents) }}.',
        },
        nothing_wrong: {
          kind: 'handoff',
          stopped:
            'In the last 12 months every charge matches its invoice; what the customer sees is not in the billing history.',
          missing: ['A picture of the bank statement, or the date and amount of the charge'],
        },
        confirm: {
          kind: 'confirm',
          ask: 'You are right, and I am sorry: invoice {{ mine.invoices.filter(i, i.differenceCents > 0)[0].number }} says {{ money(mine.invoices.filter(i, i.differenceCents > 0)[0].invoicedCents) }}, but {{ money(mine.invoices.filter(i, i.differenceCents > 0)[0].chargedCents) }} was charged. Shall I credit the difference of {{ money(mine.invoices.filter(i, i.differenceCents > 0)[0].differenceCents) }} to your account?',
          next: 'credit',
          declined: 'card',
        },
        card: {
          kind: 'handoff',
          stopped:
            'The customer does not want store credit for {{ mine.invoices.filter(i, i.differenceCents > 0)[0].number }}; a refund of the difference to the card is done by billing.',
          missing: [],
        },
        credit: {
          kind: 'act',
          tool: 'credits.create',
          args: {
            amountCents: 'mine.invoices.filter(i, i.differenceCents > 0)[0].differenceCents',
            invoice: 'mine.invoices.filter(i, i.differenceCents > 0)[0].number',
            reason: '"charged more than the invoice says"',
          },
          as: 'credited_now',
          says: 'Credit of {{ money(mine.invoices.filter(i, i.differenceCents > 0)[0].differenceCents) }} for {{ mine.invoices.filter(i, i.differenceCents > 0)[0].number }}',
          told: 'The difference of {{ money(mine.invoices.filter(i, i.differenceCents > 0)[0].differenceCents) }} on invoice {{ mine.invoices.filter(i, i.differenceCents > 0)[0].number }} is credited to your account.',
          next: 'done',
          failed: { already_done: 'credited' },
        },
        done: {
          kind: 'reply',
          text: 'Done: {{ money(credited_now.credit.amountCents) }} is credited to your account and will be taken off your next order or renewal by itself.',
          articles: ['membership-billing'],
        },
      },
    },
  },
  {
    key: 'invoice-copy',
    definition: {
      trigger: { intents: ['invoice_copy'] },
      name: 'Copy of an invoice',
      team: 'billing',
      wants: 'A copy of an invoice',
      start: 'known',
      nodes: {
        known: { kind: 'verify', next: 'invoices', otherwise: 'sign_in' },
        sign_in: signIn,
        invoices: { ...invoicesOfMine, next: 'any' },
        any: { kind: 'decide', branches: [{ when: 'size(mine.invoices) > 0', next: 'which' }], otherwise: 'none' },
        none: {
          kind: 'reply',
          text: 'There is no invoice under your account yet.',
          articles: ['invoices-and-receipts'],
        },
        which: {
          kind: 'collect',
          slot: 'invoice',
          entity: 'invoice',
          assume:
            'has(slots.order) && size(mine.invoices.filter(i, has(i.order) && i.order == slots.order)) == 1 ? dyn(mine.invoices.filter(i, has(i.order) && i.order == slots.order)[0].number) : size(mine.invoices) == 1 ? dyn(mine.invoices[0].number) : dyn(null)',
          ask: 'Which invoice do you need? I see {{ joined(mine.invoices.map(i, i.number + " (" + day(i.issuedAt) + ", " + money(i.invoicedCents) + ")")) }}.',
          next: 'send',
        },
        send: {
          kind: 'act',
          tool: 'invoices.send_copy',
          args: { invoice: 'slots.invoice' },
          as: 'sent',
          says: 'Copy of invoice {{ slots.invoice }} sent',
          told: 'A copy of invoice {{ slots.invoice }} is in your mailbox.',
          next: 'done',
          failed: { not_found: 'no_such', mail_unavailable: 'mail_down', unavailable: 'mail_down' },
        },
        no_such: {
          kind: 'handoff',
          stopped: 'There is no invoice {{ slots.invoice }} under this account.',
          missing: ['The right invoice number'],
        },
        mail_down: {
          kind: 'handoff',
          stopped: 'The shop’s mail service does not answer; the copy could not be sent.',
          missing: [],
        },
        done: {
          kind: 'reply',
          text: 'A copy of invoice {{ slots.invoice }} is on its way to {{ sent.sentTo }}.',
          articles: ['invoices-and-receipts'],
        },
      },
    },
  },
  {
    key: 'failed-payment',
    definition: {
      trigger: { intents: ['failed_payment'] },
      name: 'Failed payment',
      team: 'billing',
      wants: 'A payment that failed put right',
      start: 'known',
      nodes: {
        known: { kind: 'verify', next: 'invoices', otherwise: 'sign_in' },
        sign_in: signIn,
        invoices: { ...invoicesOfMine, next: 'any' },
        any: {
          kind: 'decide',
          branches: [{ when: 'size(mine.invoices.filter(i, i.status == "failed")) > 0', next: 'confirm' }],
          otherwise: 'none',
        },
        none: {
          kind: 'reply',
          text: 'I see no failed payment under your account: all invoices are paid.',
          articles: ['failed-payments'],
        },
        confirm: {
          kind: 'confirm',
          ask: 'The payment of {{ money(mine.invoices.filter(i, i.status == "failed")[0].invoicedCents) }} for invoice {{ mine.invoices.filter(i, i.status == "failed")[0].number }} failed. Shall I try your card again now?',
          next: 'retry',
          declined: 'left',
        },
        left: {
          kind: 'reply',
          text: 'Then nothing is charged. You can change your card under Account, Payment, and pay the invoice there.',
          articles: ['failed-payments'],
        },
        retry: {
          kind: 'act',
          tool: 'payments.retry',
          args: { invoice: 'mine.invoices.filter(i, i.status == "failed")[0].number' },
          as: 'tried',
          says: 'Payment of {{ mine.invoices.filter(i, i.status == "failed")[0].number }} tried again',
          told: 'The payment was tried again.',
          next: 'result',
          failed: { already_done: 'none' },
        },
        result: {
          kind: 'decide',
          branches: [{ when: 'tried.payment.status == "captured"', next: 'paid' }],
          otherwise: 'declined',
        },
        paid: {
          kind: 'reply',
          text: 'It worked: {{ money(tried.payment.amountCents) }} was charged to your {{ tried.payment.method }}, and everything is in order again.',
          articles: ['failed-payments'],
        },
        declined: {
          kind: 'reply',
          text: 'Your {{ tried.payment.method }} was declined again. Please enter another card under Account, Payment; the invoice is then charged by itself within a day. Nothing is lost meanwhile.',
          articles: ['failed-payments'],
        },
      },
    },
  },
];
