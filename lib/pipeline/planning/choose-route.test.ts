import { describe, expect, it } from 'vitest';
import { playbookSchema, type ReleasedPlaybook } from '../../governance/playbook.schema';
import type { Understanding, Waiting, Wish } from '../plan.schema';
import { chooseRoutes, type Route, type RouteInput } from './choose-route';

const playbook = (intent: string, name = intent): ReleasedPlaybook => ({
  key: `${intent}-book`,
  version: 1,
  definition: playbookSchema.parse({
    trigger: { intents: [intent] },
    name,
    team: 'orders',
    wants: 'Something',
    start: 'a',
    nodes: { a: { kind: 'reply', text: 'Yes' } },
  }),
});
const playbooks = [
  playbook('order_status', 'Order status'),
  playbook('refund', 'Refund'),
  playbook('cancel_order', 'Cancel'),
  playbook('thanks'),
];

const wish = (intent: string, probability = 0.95, more: Partial<Wish> = {}): Wish => ({
  intent,
  probability,
  runnersUp: [],
  text: `about ${intent}`,
  words: [],
  ...more,
});
const understood = (wishes: Wish[], more: Partial<Understanding> = {}): Understanding => ({
  wishes,
  language: 'en',
  sentiment: 0,
  urgency: 0,
  sensitive: [],
  wantsPerson: false,
  injectionRisk: 0,
  entities: [],
  reasons: [],
  ...more,
});
const refundWaits: Waiting = {
  kind: 'playbook',
  playbook: 'refund-book',
  version: 1,
  runId: 'run',
  node: 'a',
  slots: {},
  values: {},
  looked: [],
  acts: [],
  taken: {},
  stack: [],
  trusted: true,
  asked: 1,
  intent: 'refund',
  wish: 'my money back',
};
const choiceWaits: Waiting = {
  kind: 'choice',
  options: [
    { intent: 'refund', name: 'Refund' },
    { intent: 'product_question', name: 'Product' },
  ],
  wish: 'the tent',
};

type Row = [string, Understanding, Partial<RouteInput>, string[]];
/** A route in a few words, so that a table can be read. */
function word(route: Route): string {
  switch (route.kind) {
    case 'resume':
      return `resume ${route.waiting.intent} ${route.reply}`;
    case 'playbook':
      return `playbook ${route.wish.intent}`;
    case 'proposed':
      return `proposed ${route.waiting.tool} ${route.agreed}`;
    case 'answer':
      return `answer ${route.wish.intent}`;
    case 'choose':
      return `choose ${route.options.map((one) => one.intent).join(' or ')}`;
    case 'handoff':
      return `handoff ${route.need.reason}`;
  }
}
const routes = (understanding: Understanding, more: Partial<RouteInput> = {}) =>
  chooseRoutes({ understanding, waiting: null, playbooks, reviewed: 0.7, given: () => 'nothing', ...more });

describe('chooseRoutes', () => {
  const split = wish('unknown', 0.45, {
    runnersUp: [
      { intent: 'refund', probability: 0.45 },
      { intent: 'cancel_order', probability: 0.4 },
    ],
  });
  const rows: Row[] = [
    ['a clear wish', understood([wish('refund')]), {}, ['playbook refund']],
    ['just likely enough to look', understood([wish('refund', 0.5)]), {}, ['playbook refund']],
    ['not likely enough', understood([wish('refund', 0.49)]), {}, ['answer refund']],
    [
      'two wishes, in order',
      understood([wish('order_status'), wish('refund')]),
      {},
      ['playbook order_status', 'playbook refund'],
    ],
    ['a greeting beside a wish', understood([wish('greeting'), wish('refund')]), {}, ['playbook refund']],
    ['thanks alone', understood([wish('thanks')]), {}, ['playbook thanks']],
    ['a question of policy', understood([wish('policy_question')]), {}, ['answer policy_question']],
    [
      'an open question beside a wish',
      understood([wish('refund'), wish('unknown', 0.3, { text: 'Do you sell maps?' })]),
      {},
      ['playbook refund', 'answer unknown'],
    ],
    [
      'background beside a wish',
      understood([wish('refund'), wish('unknown', 0.3, { text: 'We camped in the rain.' })]),
      {},
      ['playbook refund'],
    ],
    ['nothing understood', understood([wish('unknown', 0.2)]), {}, ['answer unknown']],
    ['one of two', understood([{ ...split, intent: 'refund' }]), {}, ['choose refund or cancel_order']],
    [
      'the second too weak to ask about',
      understood([
        wish('refund', 0.49, {
          runnersUp: [
            { intent: 'refund', probability: 0.6 },
            { intent: 'cancel_order', probability: 0.19 },
          ],
        }),
      ]),
      {},
      ['answer refund'],
    ],
    ['people, first of all', understood([wish('refund')], { wantsPerson: true }), {}, ['handoff asked_for_person']],
    ['people by intent', understood([wish('person_request', 0.5)]), {}, ['handoff asked_for_person']],
    ['perhaps people', understood([wish('person_request', 0.49)]), {}, ['answer person_request']],
    [
      'a lawyer',
      understood([wish('refund')], { sensitive: [{ topic: 'legal', phrase: 'my lawyer' }] }),
      {},
      ['handoff sensitive_topic'],
    ],
    [
      'people before a yes',
      understood([wish('affirm')], { wantsPerson: true }),
      { waiting: refundWaits, given: () => 'yes' },
      ['handoff asked_for_person'],
    ],
    [
      'a lawyer before a yes',
      understood([wish('affirm')], { sensitive: [{ topic: 'legal', phrase: 'sue' }] }),
      { waiting: refundWaits, given: () => 'yes' },
      ['handoff sensitive_topic'],
    ],
    ['a yes', understood([wish('affirm')]), { waiting: refundWaits, given: () => 'yes' }, ['resume refund yes']],
    ['a no', understood([wish('deny')]), { waiting: refundWaits, given: () => 'no' }, ['resume refund no']],
    [
      'a value',
      understood([wish('unknown', 0.1)]),
      { waiting: refundWaits, given: () => 'value' },
      ['resume refund value'],
    ],
    [
      'a value in words that sound like another wish',
      understood([wish('order_status', 0.8)]),
      { waiting: refundWaits, given: () => 'value' },
      ['resume refund value'],
    ],
    [
      'a yes and another wish',
      understood([wish('affirm'), wish('order_status')]),
      { waiting: refundWaits, given: () => 'yes' },
      ['resume refund yes', 'playbook order_status'],
    ],
    [
      'a yes and the same wish',
      understood([wish('affirm'), wish('refund')]),
      { waiting: refundWaits, given: () => 'yes' },
      ['resume refund yes'],
    ],
    [
      'a yes and a murmur',
      understood([wish('affirm'), wish('order_status', 0.5)]),
      { waiting: refundWaits, given: () => 'yes' },
      ['resume refund yes'],
    ],
    ['neither', understood([wish('unknown', 0.1)]), { waiting: refundWaits }, ['resume refund value']],
    ['the same wish again', understood([wish('refund')]), { waiting: refundWaits }, ['resume refund value']],
    [
      'turns to something else',
      understood([wish('order_status')]),
      { waiting: refundWaits },
      ['playbook order_status'],
    ],
    [
      'perhaps something else',
      understood([wish('order_status', 0.6)]),
      { waiting: refundWaits },
      ['resume refund value'],
    ],
    ['thanks and leaves', understood([wish('thanks')]), { waiting: refundWaits }, ['playbook thanks']],
    [
      'a newer playbook meanwhile',
      understood([wish('affirm')]),
      { waiting: { ...refundWaits, version: 0 }, given: () => 'yes' },
      ['answer affirm'],
    ],
    ['chooses the one', understood([wish('refund', 0.4)]), { waiting: choiceWaits }, ['playbook refund']],
    [
      'chooses the one without a playbook',
      understood([wish('product_question', 0.4)]),
      { waiting: choiceWaits },
      ['answer product_question'],
    ],
    ['chooses neither', understood([wish('order_status')]), { waiting: choiceWaits }, ['playbook order_status']],
  ];
  it.each(rows)('%s', (_, understanding, more, expected) => {
    expect(routes(understanding, more).map(word)).toEqual(expected);
  });

  it('says which words made it sensitive', () => {
    const [route] = routes(understood([wish('refund')], { sensitive: [{ topic: 'self_harm', phrase: 'end it all' }] }));
    expect(route).toMatchObject({ need: { stopped: expect.stringContaining('“end it all”') } });
  });

  it('tells people what they are wanted for', () => {
    const [route] = routes(understood([wish('person_request'), wish('refund')]));
    expect(route).toMatchObject({ kind: 'handoff', wish: { intent: 'refund' } });
  });

  it('goes on with a choice in the words of the first question', () => {
    const [route] = routes(understood([wish('refund', 0.4)]), { waiting: choiceWaits });
    expect(route).toMatchObject({ kind: 'playbook', wish: { text: 'the tent', probability: 0.95 } });
  });
});
