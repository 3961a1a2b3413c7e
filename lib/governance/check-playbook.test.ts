import { describe, expect, it } from 'vitest';
import { checkPlaybook } from './check-playbook';
import { playbookSchema } from './playbook.schema';
import type { PlaybookSurroundings } from './playbook-finding.schema';
import { policySchema } from './policy.schema';

const rules = [{ name: 'yes', when: '!conversation.confirmed', effect: 'deny' as const, agent: 'No yes.' }];
const sub = (nodes: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  playbookSchema.parse({ name: 'S', team: 'orders', wants: 'x', trigger: {}, start: 'a', nodes, ...more });
const around: PlaybookSurroundings = {
  tools: [
    { name: 'orders.get', write: false, args: [{ name: 'order', required: true }] },
    {
      name: 'refunds.create',
      write: true,
      args: [
        { name: 'customer', required: true },
        { name: 'amount', required: false },
      ],
    },
    { name: 'labels.print', write: true, args: [] },
    { name: 'unruled.write', write: true, args: [] },
  ],
  intents: ['refund'],
  teams: ['orders'],
  articles: ['refunds'],
  playbooks: [
    { key: 'finds', definition: sub({ a: { kind: 'return', value: { order: '"NL-1"' } } }) },
    { key: 'ends', definition: sub({ a: { kind: 'reply', text: 'Bye.' } }) },
    {
      key: 'round',
      definition: sub({ a: { kind: 'call', playbook: 'me', as: 'x', next: 'b' }, b: { kind: 'return' } }),
    },
  ],
  policies: [
    policySchema.parse({ tools: ['refunds.create'], rules }),
    policySchema.parse({ tools: ['labels.print'], rules: [{ ...rules[0], when: 'false' }] }),
  ],
};

const reply = (text = 'Yes.', more: Record<string, unknown> = {}) => ({ kind: 'reply', text, ...more });
const get = (more: Record<string, unknown> = {}) => ({
  kind: 'lookup',
  tool: 'orders.get',
  args: { order: '"NL-1"' },
  as: 'shop',
  says: 'Looked',
  next: 'b',
  ...more,
});
const file = { kind: 'collect', slot: 'file', entity: 'file', ask: 'Which?', next: 'r' };
const extract = (more: Record<string, unknown> = {}) => ({
  kind: 'extract',
  file: 'slots.file',
  says: 'Read it',
  fields: { until: { labels: ['Until'], is: 'date' } },
  checks: [{ says: 'It holds', when: 'it.until != null && it.until > now' }],
  as: 'it',
  next: 'b',
  ...more,
});
const act = (more: Record<string, unknown> = {}) => ({
  kind: 'act',
  tool: 'labels.print',
  args: {},
  as: 'made',
  says: 'Label',
  told: 'Done.',
  next: 'b',
  ...more,
});
const collect = (more: Record<string, unknown> = {}) => ({
  kind: 'collect',
  slot: 's',
  entity: 'text',
  ask: 'What?',
  next: 'b',
  ...more,
});
const decide = (when: string, next = 'b', otherwise = 'b') => ({
  kind: 'decide',
  branches: [{ when, next }],
  otherwise,
});
/** Without the one that calls it back, unless that is what it is about. */
const aroundOf = (nodes: Record<string, unknown>): PlaybookSurroundings => ({
  ...around,
  playbooks: around.playbooks.filter(({ key }) => key !== 'round' || JSON.stringify(nodes).includes('"round"')),
});
const check = (nodes: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  checkPlaybook('me', sub(nodes, { trigger: { intents: ['refund'] }, ...more }), aroundOf(nodes)).map(
    ({ severity, node, field, column, says }) =>
      `${severity} ${node ?? '-'} ${field ?? '-'}${column === null ? '' : `:${column}`} ${says}`,
  );

describe('checkPlaybook finds', () => {
  const rows: [string, Record<string, unknown>, (string | RegExp)[], Record<string, unknown>?][] = [
    ['nothing in one that is right', { a: get({ missing: 'c' }), b: reply('{{ shop.order }}'), c: reply('None.') }, []],
    ['what no way leads to', { a: reply(), b: reply() }, ['warning b - No way leads here.']],
    [
      'a way round without a question',
      { a: decide('true', 'b', 'c'), b: get({ next: 'a' }), c: reply() },
      [/^error a - The way leads back/],
    ],
    ['no loop where it asks', { a: collect({ next: 'b' }), b: get({ next: 'c', missing: 'a' }), c: reply() }, []],
    [
      'no loop where it waits',
      { a: { kind: 'wait', until: { kind: 'customer' }, next: 'b' }, b: get({ next: 'a' }) },
      [],
    ],
    ['a tool that is not there', { a: get({ tool: 'orders.find' }), b: reply() }, [/^error a tool No connected/]],
    ['a write that is looked up', { a: get({ tool: 'labels.print', args: {} }), b: reply() }, [/that is an act/]],
    ['a read that is acted', { a: act({ tool: 'orders.get' }), b: reply() }, [/look it up instead/, /No policy/]],
    [
      'arguments',
      { a: get({ args: { number: '"NL-1"' } }), b: reply() },
      [/^error a args\.number .*no argument number/, /^error a args .*needs the argument order/],
    ],
    [
      'an act without a policy',
      { a: act({ tool: 'unruled.write' }), b: reply() },
      [/^error a tool No policy speaks of/],
    ],
    [
      'an act without the yes the policy wants',
      { a: act({ tool: 'refunds.create', args: { amount: '1' } }), b: reply() },
      [/^error a tool The policy wants the customer’s yes, and nothing/],
    ],
    [
      'a yes on one way only',
      {
        a: decide('customer.tier == "x"', 'sure', 'do'),
        sure: { kind: 'confirm', ask: '?', next: 'do', declined: 'b' },
        do: act({ tool: 'refunds.create' }),
        b: reply(),
      },
      [/^error do tool .*not every way/],
    ],
    [
      'a yes that a question used up',
      {
        a: { kind: 'confirm', ask: '?', next: 'q', declined: 'b' },
        q: collect({ next: 'do' }),
        do: act({ tool: 'refunds.create' }),
        b: reply(),
      },
      [/^error do tool .*nothing right before/],
    ],
    [
      'a yes right before',
      {
        a: { kind: 'confirm', ask: '?', next: 'do', declined: 'b' },
        do: act({ tool: 'refunds.create' }),
        b: reply(),
      },
      [],
    ],
    [
      'an article',
      { a: reply('x', { articles: ['refunds', 'nope'] }) },
      ['error a articles There is no published article nope.'],
    ],
    [
      'teams',
      { a: { kind: 'handoff', stopped: 'x', team: 'moon' } },
      ['error - team There is no team sun.', 'error a team There is no team moon.'],
      { team: 'sun' },
    ],
    [
      'intents and channels',
      { a: reply() },
      [/no intent fly/, /no channel fax/],
      { trigger: { intents: ['fly'], channels: ['fax', 'email'] } },
    ],
    ['a start', { a: reply() }, [/^hint - trigger Nothing starts it/], { trigger: {} }],
    [
      'a name nobody brings',
      { a: reply('Hi {{ shop.order }}') },
      ['error a text:7 shop is not known here: nothing on the way to here brings it.'],
    ],
    ['a slot nobody asks for', { a: reply('{{ slots.s }}') }, [/^error a text:4 slots\.s is not known/]],
    ['no slot that is asked about first', { a: reply('{{ has(slots.s) ? slots.s : "-" }}') }, []],
    [
      'a name that one way brings',
      { a: decide('customer.tier == "x"', 'c', 'b'), c: get(), b: reply('{{ shop.order }}') },
      [/^warning b text:4 shop is not known on every way/],
    ],
    [
      'a name that is lost when the record is missing',
      { a: get({ missing: 'b' }), b: reply('{{ shop.x }}') },
      [/^warning b text:4 shop/],
    ],
    ['what a denial says', { a: act({ denied: 'c' }), b: reply('{{ made.x }}'), c: reply('{{ denied.says }}') }, []],
    [
      'what a failure does not bring',
      { a: act({ failed: { gone: 'c' } }), b: reply(), c: reply('{{ made.x }}') },
      [/^error c text:4 made/],
    ],
    [
      'what an approval brings, and a refusal does not',
      {
        a: act({ next: 'w' }),
        w: { kind: 'wait', until: { kind: 'approval' }, next: 'b', timeout: { minutes: 5, next: 'c' } },
        b: reply('{{ made.x }}'),
        c: reply('{{ made.x }}'),
      },
      [/^error c text:4 made is not known here/],
    ],
    [
      'a value only where it is judged',
      { a: collect({ valid: { when: 'size(value) > 2', says: '{{ value }}' } }), b: reply('{{ value }}') },
      [/^error b text:4 value/],
    ],
    [
      'an event only where it is waited for',
      {
        a: {
          kind: 'wait',
          until: { kind: 'event', name: 'x', where: 'event.y == slots.z', as: 'e' },
          next: 'b',
          timeout: { minutes: 1, next: 'c' },
        },
        b: reply('{{ e.y }}'),
        c: reply('{{ e.y }}'),
      },
      [/^error a until\.where:12 slots\.z/, /^error c text:4 e is not known here/],
    ],
    [
      'an event without an end',
      { a: { kind: 'wait', until: { kind: 'event', name: 'x' }, next: 'b' }, b: reply() },
      [/^hint a timeout/],
    ],
    [
      'a timeout that is never used',
      {
        a: { kind: 'wait', until: { kind: 'time', minutes: '5' }, next: 'b', timeout: { minutes: 9, next: 'b' } },
        b: reply(),
      },
      [/^warning a timeout A wait for a time/],
    ],
    [
      'what cannot be read',
      { a: decide('shop.x =='), b: reply() },
      [/^error a branches\.0\.when:10 This cannot be read/],
    ],
    ['a function that is not there', { a: reply('{{ euros(1) }}') }, ['error a text:4 There is no function euros.']],
    ['fields', { a: reply('{{ customer.shoes }}') }, [/customer has no shoes; it has name/]],
    [
      'a segment',
      { a: reply() },
      [/^error - trigger\.segment:1 slots is not known/, /^error - trigger\.segment:\d+ conversation has no mood/],
      { trigger: { intents: ['refund'], segment: 'slots.x == 1 || conversation.mood == 2' } },
    ],
    ['the event that started it', { a: reply('{{ event.order }}') }, [], { trigger: { signals: ['parcel.lost'] } }],
    [
      'a call that returns',
      { a: { kind: 'call', playbook: 'finds', as: 'x', next: 'b' }, b: reply('{{ x.order }}') },
      [],
    ],
    [
      'a call that never returns',
      { a: { kind: 'call', playbook: 'ends', as: 'x', next: 'b' }, b: reply() },
      [/^error a playbook ends never returns/],
    ],
    [
      'a call of itself',
      { a: { kind: 'call', playbook: 'round', as: 'x', next: 'b' }, b: reply() },
      [/calls this one again/],
    ],
    [
      'a call of nothing',
      { a: { kind: 'call', playbook: 'none', as: 'x', next: 'b' }, b: reply() },
      ['error a playbook There is no playbook none.'],
    ],
    [
      'no act to take back',
      { a: { kind: 'compensate', acts: ['b', 'z'], next: 'b' }, b: reply() },
      [/b is not an act/, /z is not an act/],
    ],
    [
      'languages',
      {
        a: collect({ ask: { en: 'What?', de: 'Was?', fr: 'Quoi ?' } }),
        b: reply('x', { text: { en: 'x', de: 'y' }, next: 'c' }),
        c: reply(),
      },
      [
        'warning b text It has no text in fr, which others here have.',
        'warning c text It has no text in de and fr, which others here have.',
      ],
    ],
    ['a document', { a: file, r: extract(), b: reply('{{ it.until }} {{ it.fits }} {{ it.found }}') }, []],
    [
      'a document that may not be readable',
      { a: file, r: extract({ unreadable: 'b' }), b: reply('{{ it.until }}') },
      [/it is not known on every way/],
    ],
    [
      'what is not looked for in a document',
      { a: file, r: extract({ checks: [{ says: 'x', when: 'it.name == slots.name' }] }), b: reply() },
      [/it has no name; what is read there is until/, /slots.name is not known here/],
    ],
    [
      'a pattern that is none',
      { a: file, r: extract({ fields: { no: { pattern: '(' } }, checks: [] }), b: reply() },
      [/error r fields.no.pattern This is no pattern: missing/, /hint r checks Nothing is checked/],
    ],
    ['a file nobody gave', { a: extract(), b: reply() }, [/slots.file is not known here/]],
    ['choices', { a: collect({ entity: 'choice' }), b: reply() }, [/nothing to choose/]],
    [
      'choices twice',
      {
        a: collect({
          entity: 'choice',
          choices: [
            { value: 'x', says: ['x'] },
            { value: 'x', says: ['y'] },
          ],
        }),
        b: reply(),
      },
      [/^error a choices\.1\.value x is there twice/],
    ],
  ];
  it.each(rows)('%s', (_, nodes, expected, more) => {
    const found = check(nodes, more);
    expect(found).toHaveLength(expected.length);
    expected.forEach((one, at) => {
      if (typeof one === 'string') expect(found[at]).toBe(one);
      else expect(found[at]).toMatch(one);
    });
  });

  it('nothing about tools while they cannot be read', () => {
    const nodes = { a: get({ tool: 'x.y' }), b: reply() };
    const playbook = sub(nodes, { trigger: { intents: ['refund'] } });
    expect(checkPlaybook('me', playbook, { ...around, tools: null })).toEqual([]);
  });

  it('what callers give, and no more', () => {
    const called = sub({ a: reply('{{ slots.order }} {{ slots.other }}') });
    const caller = sub({ a: { kind: 'call', playbook: 'me', with: { order: '"x"' }, as: 'x', next: 'b' }, b: reply() });
    const found = checkPlaybook('me', called, { ...around, playbooks: [{ key: 'c', definition: caller }] });
    expect(found.map(({ says }) => says)).toEqual([
      'slots.other is not known here: nothing on the way to here brings it.',
    ]);
  });
});
