import { type SeedPlaybook, signIn } from './orders';

const getMembership = {
  kind: 'lookup' as const,
  tool: 'subscriptions.get',
  args: {},
  as: 'membership',
  says: 'Looked up the membership',
};
const none = {
  kind: 'reply' as const,
  text: 'There is no paid membership under your account, so there is nothing to change. Trail is free for everyone.',
  articles: ['membership-plans'],
};
const ending = {
  kind: 'reply' as const,
  text: 'Your {{ membership.subscription.plan }} membership is cancelled already and runs until {{ day(membership.subscription.endsAt) }}.',
  articles: ['cancel-membership'],
};
const ended = {
  kind: 'reply' as const,
  text: 'Your {{ membership.subscription.plan }} membership has ended already, and nothing more is charged.',
  articles: ['cancel-membership'],
};

export const membership: SeedPlaybook[] = [
  {
    key: 'cancel-membership',
    definition: {
      trigger: { intents: ['cancel_subscription'] },
      name: 'Cancel the membership',
      team: 'membership',
      wants: 'Their membership cancelled',
      start: 'known',
      nodes: {
        known: { kind: 'verify', next: 'get', otherwise: 'sign_in' },
        sign_in: signIn,
        get: { ...getMembership, next: 'state' },
        state: {
          kind: 'decide',
          branches: [
            { when: '!has(membership.subscription)', next: 'none' },
            { when: 'membership.subscription.status == "ended"', next: 'ended' },
            { when: 'has(membership.subscription.endsAt)', next: 'ending' },
          ],
          otherwise: 'confirm',
        },
        none,
        ended,
        ending,
        confirm: {
          kind: 'confirm',
          ask: 'Your {{ membership.subscription.plan }} membership ({{ money(membership.subscription.priceCents) }} a year) can be cancelled; you keep its benefits until the end of the year you have paid. Pausing it for one to six months is possible too. Shall I cancel it?',
          next: 'cancel',
          declined: 'left',
        },
        left: {
          kind: 'reply',
          text: 'Then your {{ membership.subscription.plan }} membership stays. If you would like to pause it, tell me for how many months.',
        },
        cancel: {
          kind: 'act',
          tool: 'subscriptions.cancel',
          args: { reason: '"asked for by the customer"' },
          as: 'done_now',
          says: '{{ membership.subscription.plan }} membership cancelled',
          told: 'Your {{ membership.subscription.plan }} membership is cancelled.',
          next: 'done',
          failed: { already_done: 'ended' },
        },
        done: {
          kind: 'reply',
          text: 'Your {{ membership.subscription.plan }} membership is cancelled{{ has(done_now.subscription.endsAt) ? " and runs until " + day(done_now.subscription.endsAt) : "" }}. Nothing more will be charged.',
          articles: ['cancel-membership'],
        },
      },
    },
  },
  {
    key: 'pause-membership',
    definition: {
      trigger: { intents: ['pause_subscription'] },
      name: 'Pause the membership',
      team: 'membership',
      wants: 'Their membership paused',
      start: 'known',
      nodes: {
        known: { kind: 'verify', next: 'get', otherwise: 'sign_in' },
        sign_in: signIn,
        get: { ...getMembership, next: 'state' },
        state: {
          kind: 'decide',
          branches: [
            { when: '!has(membership.subscription)', next: 'none' },
            { when: 'membership.subscription.status == "ended"', next: 'ended' },
            { when: 'has(membership.subscription.endsAt)', next: 'ending' },
            { when: 'membership.subscription.status == "paused"', next: 'paused' },
          ],
          otherwise: 'months',
        },
        none,
        ended,
        ending,
        paused: {
          kind: 'reply',
          text: 'Your {{ membership.subscription.plan }} membership is paused already, until {{ day(membership.subscription.pausedUntil) }}.',
          articles: ['pause-membership'],
        },
        months: {
          kind: 'collect',
          slot: 'months',
          entity: 'months',
          ask: 'For how many months shall your {{ membership.subscription.plan }} membership rest? One to six are possible.',
          next: 'range',
        },
        range: {
          kind: 'decide',
          branches: [{ when: 'slots.months >= 1 && slots.months <= 6', next: 'confirm' }],
          otherwise: 'too_long',
        },
        too_long: {
          kind: 'reply',
          text: 'A membership can rest for one to six months. Write “pause for 6 months”, for example, and I set it up.',
          articles: ['pause-membership'],
        },
        confirm: {
          kind: 'confirm',
          ask: 'Shall I pause your {{ membership.subscription.plan }} membership for {{ string(slots.months) }} {{ slots.months == 1 ? "month" : "months" }}? Nothing is charged meanwhile, and its benefits rest too.',
          next: 'pause',
          declined: 'left',
        },
        left: { kind: 'reply', text: 'Then your membership goes on as before.' },
        pause: {
          kind: 'act',
          tool: 'subscriptions.pause',
          args: { months: 'slots.months' },
          as: 'resting',
          says: '{{ membership.subscription.plan }} membership paused for {{ string(slots.months) }} {{ slots.months == 1 ? "month" : "months" }}',
          told: 'Your {{ membership.subscription.plan }} membership is paused.',
          next: 'done',
        },
        done: {
          kind: 'reply',
          text: 'Your {{ membership.subscription.plan }} membership is paused until {{ day(resting.subscription.pausedUntil) }}.',
          articles: ['pause-membership'],
        },
      },
    },
  },
];
