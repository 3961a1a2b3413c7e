import { own, type PolicySeed } from './policy-rules';

/** Who may have what done with an account: memberships, passwords, addresses to sign in with. */
export const accountPolicies: PolicySeed[] = [
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
          when: 'ledger.used("accounts.change_email") > 0',
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
];
