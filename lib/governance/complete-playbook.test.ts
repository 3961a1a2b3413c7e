import { expect, it } from 'vitest';
import { completePlaybook } from './complete-playbook';
import { playbookSchema } from './playbook.schema';

const playbook = playbookSchema.parse({
  name: 'A return',
  team: 'orders',
  wants: 'To send something back',
  trigger: { intents: ['return'] },
  start: 'ask',
  nodes: {
    ask: { kind: 'collect', slot: 'order', entity: 'order', ask: 'Which order?', next: 'look' },
    look: {
      kind: 'lookup',
      tool: 'orders.get',
      args: { order: 'slots.order' },
      as: 'shop',
      says: 'An order',
      next: 'late',
      missing: 'over',
    },
    late: { kind: 'decide', branches: [{ when: 'shop.order.late', next: 'say' }], otherwise: 'over' },
    say: { kind: 'reply', text: 'It is late.' },
    over: { kind: 'handoff', stopped: 'Nobody knows' },
  },
});
const at = (text: string, node: string | null) => {
  const offset = text.indexOf('|');
  return completePlaybook(text.replace('|', ''), offset, playbook, node).options.map(({ label }) => label);
};

it.each<[string, string | null, string[]]>([
  ['sho|', 'late', ['shop']],
  ['sho|', 'look', []],
  ['sho|', 'ask', []],
  ['slots.|', 'look', ['order']],
  ['slots.|', 'ask', []],
  ['customer.fi|', 'ask', ['firstName']],
  ['conversation.|', 'late', ['verified', 'channel', 'number', 'language']],
  ['val|', 'ask', ['value']],
  ['val|', 'late', []],
  ['slo|', null, []],
  ['cus|', null, ['customer']],
])('%s at %s', (text, node, labels) => expect(at(text, node)).toEqual(labels));

it('says of a name that is not there on every way', () => {
  const { options } = completePlaybook('sho', 3, playbook, 'over');
  expect(options.map(({ label, detail }) => [label, detail])).toEqual([
    ['shop', 'What orders.get found, not on every way to here'],
  ]);
});
