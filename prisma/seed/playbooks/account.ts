import { type SeedPlaybook, signIn } from './orders';

export const account: SeedPlaybook[] = [
  {
    key: 'password-reset',
    definition: {
      trigger: { intents: ['password_reset'] },
      name: 'Password reset',
      team: 'membership',
      wants: 'To get into their account again',
      start: 'email',
      nodes: {
        // A verified customer's own address; from others we take the one they name: the link only ever goes to the account's owner.
        email: {
          kind: 'collect',
          slot: 'email',
          entity: 'email',
          assume: 'customer.email == null ? dyn(null) : dyn(customer.email)',
          ask: 'Which email address is your account under? I send the link there.',
          next: 'lookup',
        },
        lookup: {
          kind: 'lookup',
          tool: 'accounts.lookup',
          args: { email: 'slots.email' },
          as: 'account',
          says: 'Looked for an account',
          next: 'known',
        },
        known: {
          kind: 'decide',
          branches: [
            { when: '!account.known', next: 'unknown' },
            { when: 'account.twoFactor', next: 'two_factor' },
          ],
          otherwise: 'reset',
        },
        unknown: {
          kind: 'handoff',
          stopped: 'There is no account under {{ slots.email }}.',
          missing: ['The address the account was made with'],
          suggestion: {
            text: 'Find the account by name or order, after checking who writes',
            draft:
              'I could not find an account under the address you gave. Could you tell me another address you may have used, or the number of an order?',
          },
        },
        two_factor: {
          kind: 'reply',
          text: 'Your account is protected by two-factor sign-in, so a link alone does not open it. On the sign-in page choose “Use a recovery code” and enter one of the codes you saved when you switched it on; then you can set a new password. If you have no codes left, write “I want a person”, and a colleague checks who you are before anything is changed.',
          articles: ['two-factor'],
        },
        reset: {
          kind: 'act',
          tool: 'accounts.send_password_reset',
          args: { email: 'slots.email' },
          as: 'sent',
          says: 'Password link sent',
          told: 'The link to set a new password is in your mailbox. It works for one hour.',
          next: 'done',
          failed: { rate_limited: 'enough', mail_unavailable: 'mail_down', unavailable: 'mail_down' },
        },
        enough: {
          kind: 'reply',
          text: 'Three links have been sent to this account today, and more are not possible until tomorrow. Please look into your spam folder: the latest link is the one that works.',
          articles: ['password-and-account'],
        },
        mail_down: {
          kind: 'handoff',
          stopped: 'The shop’s mail service does not answer; the link was tried three times and could not be sent.',
          missing: [],
          suggestion: {
            text: 'Send the link once the mail service is back',
            draft:
              'Our mail service is having trouble at the moment, so your link could not be sent. I will send it as soon as it is back and write to you here.',
          },
        },
        done: {
          kind: 'reply',
          text: 'I have sent a link to set a new password to the address of your account. It works for one hour; if it is not there in a few minutes, look into your spam folder.',
          articles: ['password-and-account'],
        },
      },
    },
  },
  {
    key: 'change-email',
    definition: {
      trigger: { intents: ['change_email'] },
      name: 'Change of email',
      team: 'membership',
      wants: 'Another email address for their account',
      start: 'known',
      nodes: {
        known: { kind: 'verify', next: 'get', otherwise: 'sign_in' },
        sign_in: signIn,
        get: {
          kind: 'lookup',
          tool: 'accounts.get',
          args: {},
          as: 'mine',
          says: 'Looked up the account',
          next: 'email',
        },
        email: {
          kind: 'collect',
          slot: 'newEmail',
          entity: 'email',
          ask: 'What is the new address? I send a link there to confirm it.',
          next: 'confirm',
        },
        confirm: {
          kind: 'confirm',
          ask: 'Shall I move your account from {{ mine.account.email }} to {{ slots.newEmail }}? It changes once you open the link I send there, and the old address gets a notice.',
          next: 'change',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then {{ mine.account.email }} stays your address.' },
        change: {
          kind: 'act',
          tool: 'accounts.change_email',
          args: { newEmail: 'slots.newEmail' },
          as: 'changed',
          says: 'Change of email begun',
          told: 'A link to confirm the new address is in its mailbox.',
          next: 'done',
          failed: { invalid: 'taken', already_done: 'same', mail_unavailable: 'mail_down', unavailable: 'mail_down' },
        },
        taken: {
          kind: 'handoff',
          stopped: 'The new address belongs to another account.',
          missing: ['Whether both accounts are theirs'],
        },
        same: { kind: 'reply', text: 'Your account has this address already.' },
        mail_down: {
          kind: 'handoff',
          stopped: 'The shop’s mail service does not answer; the link to confirm could not be sent.',
          missing: [],
        },
        done: {
          kind: 'reply',
          text: 'I have sent a link to {{ slots.newEmail }}. Your address changes as soon as you open it; until then you sign in with {{ mine.account.email }}.',
          articles: ['change-email'],
        },
      },
    },
  },
];
