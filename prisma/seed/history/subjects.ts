import type { HandoffReason } from '../../../lib/platform/records';

/** What customers come with, how often, how much of it the assistant ends by itself, and what it says then. */
export type Subject = {
  intent: string;
  team: 'orders' | 'returns' | 'membership' | 'billing';
  weight: number;
  /** At the end of the time told; at its beginning less. */
  alone: number;
  /** Minutes of a person's work. */
  work: number;
  gist: string;
  answer: string;
  passedOn: HandoffReason;
  /** A write in the shop that the answer tells of. */
  tool?: string;
};

export const subjects: Subject[] = [
  {
    ...{ intent: 'order_status', team: 'orders', weight: 27, alone: 0.9, work: 5, passedOn: 'tool_failed' },
    gist: 'Asks where an order is',
    answer:
      'Your parcel is with the carrier and should be with you within two days. The tracking page shows each scan.',
  },
  {
    ...{ intent: 'return_exchange', team: 'returns', weight: 12, alone: 0.74, work: 9, passedOn: 'low_confidence' },
    gist: 'Wants to return or exchange something',
    answer:
      'You can send it back within 60 days. The label is on its way to your mailbox; the money follows on arrival.',
    tool: 'returns.create',
  },
  {
    ...{ intent: 'product_question', team: 'returns', weight: 11, alone: 0.7, work: 8, passedOn: 'no_answer' },
    gist: 'Asks which product fits',
    answer: 'For three seasons and wet weather this one is the right choice; its care guide says how to keep it dry.',
  },
  {
    ...{ intent: 'refund', team: 'billing', weight: 9, alone: 0.46, work: 14, passedOn: 'playbook' },
    gist: 'Wants money back',
    answer: 'The refund is on its way to the card you paid with; banks take three to five working days.',
    tool: 'orders.refund',
  },
  {
    ...{ intent: 'policy_question', team: 'orders', weight: 8, alone: 0.88, work: 4, passedOn: 'no_answer' },
    gist: 'Asks about a rule of the shop',
    answer: 'Unused gear goes back within 60 days, final sale items do not. The article below has all of it.',
  },
  {
    ...{ intent: 'delivery_change', team: 'orders', weight: 7, alone: 0.78, work: 7, passedOn: 'policy_denied' },
    gist: 'Wants another delivery day',
    answer: 'It comes on the day you chose; the carrier confirms the hour the evening before.',
    tool: 'orders.reschedule',
  },
  {
    ...{ intent: 'pause_subscription', team: 'membership', weight: 5, alone: 0.84, work: 6, passedOn: 'not_verified' },
    gist: 'Wants to pause the membership',
    answer:
      'Your membership is paused. It goes on by itself at the end of that time, and nothing is charged until then.',
    tool: 'membership.pause',
  },
  {
    ...{ intent: 'cancel_order', team: 'orders', weight: 5, alone: 0.66, work: 7, passedOn: 'policy_denied' },
    gist: 'Wants to cancel an order',
    answer: 'The order is cancelled before it was packed, and nothing is charged.',
    tool: 'orders.cancel',
  },
  {
    ...{
      intent: 'cancel_subscription',
      team: 'membership',
      weight: 4,
      alone: 0.58,
      work: 9,
      passedOn: 'asked_for_person',
    },
    gist: 'Wants to end the membership',
    answer: 'Your membership ends with this period. Until then everything stays as it is.',
    tool: 'membership.cancel',
  },
  {
    ...{ intent: 'password_reset', team: 'membership', weight: 4, alone: 0.93, work: 4, passedOn: 'not_verified' },
    gist: 'Cannot sign in',
    answer: 'A link to choose a new password is in your mailbox. It works for an hour.',
  },
  {
    ...{ intent: 'wrong_charge', team: 'billing', weight: 3, alone: 0.24, work: 19, passedOn: 'sensitive_topic' },
    gist: 'Was charged twice',
    answer: 'One of the two is a hold that your bank lets go of within a day; only one was charged.',
  },
  {
    ...{ intent: 'failed_payment', team: 'billing', weight: 3, alone: 0.6, work: 9, passedOn: 'low_confidence' },
    gist: 'A payment did not go through',
    answer: 'The bank declined it. Your cart is kept for a day, and another card works at once.',
  },
  {
    ...{ intent: 'invoice_copy', team: 'billing', weight: 2, alone: 0.92, work: 3, passedOn: 'not_verified' },
    gist: 'Needs an invoice',
    answer: 'The invoice is in your mailbox, and in your account under Orders.',
  },
];

export const askedFor = 'I would like to talk to a person, please.';
export const thanks = ['Perfect, thank you!', 'That helps, thanks.', 'Great, thanks a lot', 'ok thank you'];
export const passedOnText = 'I am passing you to a colleague who can decide this. You do not have to say it again.';
export const agentReplies = [
  'Hi, I have read what you wrote and am looking at it right now.',
  'I have settled this for you. You will find it confirmed in your mailbox.',
  'That is done. Is there anything else I can do?',
];
export const comments: Record<number, string[]> = {
  1: ['I had to say everything twice.', 'Nobody could tell me when.'],
  2: ['Took too long for a simple thing.', 'The answer did not fit my question.'],
  3: ['It was all right in the end.'],
  4: ['Quick, and to the point.', 'Good, a little slow at the start.'],
  5: ['Solved within a minute.', 'Kind, and it simply worked.', 'Best service I had in a long time.'],
};

export const firstNames =
  'Ada Amir Anika Arlo Beatriz Caleb Chidi Clara Delia Diego Elena Farah Felix Freya Grace Hana Hugo Imani Ivan Jonas Kira Leila Lina Malik Mara Mateo Milo Nadia Omar Petra Priya Rafael Rosa Selma Simon Tariq Tessa Uma Viktor Yara'.split(
    ' ',
  );
export const lastNames =
  'Abbott Alvarez Bakker Becker Bianchi Calder Chen Costa Dahl Delgado Eriksen Fischer Flores Garcia Haddad Hansen Holt Ito Jansen Keller Kim Kumar Larsen Marsh Mendes Nakamura Novak Okafor Ortega Park Patel Petrov Ramos Rossi Sato Silva Soto Torres Varga Yilmaz'.split(
    ' ',
  );
