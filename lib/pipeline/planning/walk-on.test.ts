import { describe, expect, it } from 'vitest';
import { playbookSchema, type ReleasedPlaybook } from '../../governance/playbook.schema';
import type { ActResult, Part } from '../plan.schema';
import type { Passed } from '../run.schema';
import { decision, entity, input, instruments, type World, waits } from '../shop.fixture';
import { type PlaybookInput, runPlaybook } from './run-playbook';

const book = (nodes: Record<string, unknown>, key = 'p', more: Record<string, unknown> = {}): ReleasedPlaybook => ({
  key,
  version: 1,
  definition: playbookSchema.parse({ name: key, team: 'x', wants: 'y', trigger: {}, start: 'a', nodes, ...more }),
});
const on = (playbook: ReleasedPlaybook, more: Partial<PlaybookInput> = {}): PlaybookInput => ({
  ...input('refund'),
  playbook,
  playbooks: [playbook],
  ...more,
});
/** The customer's next message. */
const says = (part: Part, message: string, from: PlaybookInput, more: Partial<PlaybookInput> = {}): PlaybookInput => ({
  ...from,
  playbook: from.playbooks.find((one) => one.key === waits(part).playbook)!,
  message,
  resumed: { waiting: waits(part), reply: 'value' },
  ...more,
});
/** What it waited for came. */
const came = (part: Part, passed: Passed, from: PlaybookInput): PlaybookInput => ({
  ...from,
  playbook: from.playbooks.find((one) => one.key === part.run!.awaits!.state.playbook)!,
  resumed: { waiting: part.run!.awaits!.state, reply: 'value', passed },
});
const path = (part: Part) => part.run!.visits.map(({ node }) => node);

const reply = (text: string, more: Record<string, unknown> = {}) => ({ kind: 'reply', text, ...more });
const act = (more: Record<string, unknown> = {}) => ({
  kind: 'act',
  tool: 'refunds.create',
  args: {},
  as: 'made',
  says: 'Refund',
  told: 'Refunded.',
  next: 'b',
  ...more,
});

describe('a reply on the way', () => {
  it('is said together with what ends the walk, once', async () => {
    const from = on(
      book({
        a: reply('One moment.', { next: 'b' }),
        b: { kind: 'collect', slot: 's', entity: 'text', ask: 'Why?', next: 'c' },
        c: reply('Thank you: {{ slots.s }}'),
      }),
    );
    const { tools } = instruments();
    const asked = await runPlaybook(from, tools);
    expect(asked).toMatchObject({ kind: 'ask', text: 'One moment.\n\nWhy?', run: { state: 'waiting', at: 'b' } });
    const done = await runPlaybook(says(asked, 'too small', from), tools);
    expect(done).toMatchObject({ kind: 'reply', text: 'Thank you: too small', run: { state: 'done' } });
    expect([path(asked), path(done)]).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  it('is said before people take over', async () => {
    const from = on(
      book({ a: reply('I looked.', { next: 'b' }), b: { kind: 'handoff', stopped: 'No', team: 'billing' } }),
    );
    const part = await runPlaybook(from, instruments().tools);
    expect(part).toMatchObject({ kind: 'handoff', text: '', before: 'I looked.', team: 'billing' });
  });
});

describe('a value that does not fit', () => {
  const from = on(
    book({
      a: {
        kind: 'collect',
        slot: 'months',
        entity: 'months',
        ask: 'How many months?',
        valid: { when: 'value >= 1 && value <= 3', says: '{{ string(value) }} is too long: one to three months.' },
        assume: '9',
        next: 'b',
      },
      b: reply('{{ string(slots.months) }} months it is.'),
    }),
  );
  it('is asked for again with its sentence, as a try, and never assumed', async () => {
    const { tools } = instruments();
    const asked = await runPlaybook(from, tools);
    expect(asked.text).toBe('How many months?');
    const again = await runPlaybook(says(asked, '', from, { entities: [entity('months', '12')] }), tools);
    expect([again.text, waits(again).asked]).toEqual(['12 is too long: one to three months.', 2]);
    const taken = await runPlaybook(says(again, '', from, { entities: [entity('months', '2')] }), tools);
    expect(taken.text).toBe('2 months it is.');
    const lost = await runPlaybook(says(again, '', from, { entities: [entity('months', '8')] }), tools);
    expect(lost).toMatchObject({ kind: 'handoff', handoff: { missing: ['months'] } });
  });
});

describe('a choice', () => {
  const from = on(
    book({
      a: {
        kind: 'collect',
        slot: 'way',
        entity: 'choice',
        ask: 'Which?',
        choices: [
          { value: 'day', says: ['day shipping', 'Versand am Tag'] },
          { value: 'two_day', says: ['two day shipping', 'économique'] },
        ],
        next: 'b',
      },
      b: reply('{{ slots.way }}'),
    }),
  );
  it.each([
    ['I take Two-Day shipping please', 'two_day'],
    ['ECONOMIQUE', 'two_day'],
    ['day', 'day'],
    ['today', 'Which?'],
    ['day shipping or économique', 'Which?'],
  ])('%s', async (message, text) => {
    const { tools } = instruments();
    const asked = await runPlaybook(from, tools);
    expect((await runPlaybook(says(asked, message, from), tools)).text).toBe(text);
  });
});

describe('a text in several languages', () => {
  const from = on(book({ a: reply('', { text: { en: 'Yes', de: 'Ja', 'pt-BR': 'Sim' } }) }));
  it.each([
    ['de', 'Ja'],
    ['de-AT', 'Ja'],
    ['pt-BR', 'Sim'],
    ['fr', 'Yes'],
    [null, 'Yes'],
  ])('in %s', async (language, text) => {
    expect((await runPlaybook({ ...from, language }, instruments().tools)).text).toBe(text);
  });
});

describe('another playbook', () => {
  const find = book(
    {
      a: { kind: 'collect', slot: 'order', entity: 'order', ask: 'Which order?', next: 'b' },
      b: { kind: 'lookup', tool: 'orders.get', args: { order: 'slots.order' }, as: 'shop', says: 'Looked', next: 'c' },
      c: { kind: 'return', value: { number: 'shop.order.number', note: 'slots.note' } },
    },
    'find',
  );
  const outer = book({
    a: { kind: 'call', playbook: 'find', with: { note: '"hi"' }, as: 'found', next: 'b' },
    b: reply('{{ found.number }} {{ found.note }} {{ string(size(slots)) }}'),
  });
  it('asks in the middle and returns where it was called', async () => {
    const from = on(outer, { playbooks: [outer, find] });
    const { tools } = instruments();
    const asked = await runPlaybook(from, tools);
    expect(asked).toMatchObject({
      text: 'Which order?',
      waiting: { playbook: 'find', stack: [{ playbook: 'p', node: 'a' }] },
    });
    expect(asked.run).toMatchObject({ playbook: 'p', at: 'a' });
    const done = await runPlaybook(says(asked, '', from, { entities: [entity('order', 'NL-7')] }), tools);
    expect(done.text).toBe('NL-7 hi 0');
    expect(done.run).toMatchObject({ playbook: 'p', state: 'done' });
  });

  it('goes on with the versions it began with', async () => {
    const from = on(outer, { playbooks: [outer, find] });
    const { tools } = instruments();
    const asked = await runPlaybook(from, tools);
    const newer = { ...book({ a: reply('New') }), version: 2 };
    const more = says(asked, '', from, { entities: [entity('order', 'NL-7')], playbooks: [newer, find, outer] });
    expect((await runPlaybook(more, tools)).text).toBe('NL-7 hi 0');
  });

  const chain = Array.from({ length: 8 }, (_, at) =>
    book({ a: { kind: 'call', playbook: `q${at + 1}`, as: 'x', next: 'b' }, b: { kind: 'return' } }, `q${at}`),
  );
  const self = book({ a: { kind: 'call', playbook: 'self', as: 'x', next: 'b' }, b: reply('x') }, 'self');
  it.each([
    ['calls itself', [self], /is being walked already/],
    ['calls too deep', chain, /more than 5 deep/],
    ['calls what is not there', [outer], /no version is released/],
    ['returns without a word', [book({ a: { kind: 'return' } })], /without having said anything/],
  ] as [string, ReleasedPlaybook[], RegExp][])('that %s ends with people', async (_, playbooks, why) => {
    const part = await runPlaybook(on(playbooks[0]!, { playbooks }), instruments().tools);
    expect(part).toMatchObject({ kind: 'handoff', handoff: { stopped: expect.stringMatching(why) } });
  });
});

describe('what was done before a wait', () => {
  const from = on(
    book({
      a: { kind: 'lookup', tool: 'orders.get', args: { order: '"NL-1"' }, as: 'shop', says: 'Looked', next: 'do' },
      do: act({ next: 'w' }),
      w: {
        kind: 'wait',
        until: { kind: 'event', name: 'refund.settled', where: 'event.ok', as: 'event' },
        says: 'Soon.',
        next: 'b',
        timeout: { minutes: 60, next: 'late' },
      },
      b: reply('{{ shop.order.status }} {{ money(made.refund.amountCents) }} {{ event.bank }}'),
      late: reply('Late.'),
    }),
  );
  it('is not done again, and its values are there afterwards', async () => {
    const { tools, kept } = instruments();
    const parked = await runPlaybook(from, tools);
    expect(parked).toMatchObject({ kind: 'reply', text: 'Soon.', waiting: null, acted: true });
    expect(parked.run).toMatchObject({
      state: 'waiting',
      awaits: {
        kind: 'event',
        dueAt: '2026-11-21T13:00:00.000Z',
        signal: { name: 'refund.settled', where: 'event.ok' },
      },
    });
    const world = instruments({ order: { status: 'returned' } });
    const done = await runPlaybook(
      came(parked, { kind: 'signal', name: 'refund.settled', data: { bank: 'ING' } }, from),
      world.tools,
    );
    expect(done.text).toBe('delivered $89.00 ING');
    expect([kept.acts.length, world.kept.acts.length, world.kept.reads]).toEqual([1, 0, []]);
    expect((await runPlaybook(came(parked, { kind: 'timeout' }, from), world.tools)).text).toBe('Late.');
  });

  it('is read again where it is too large to be kept', async () => {
    const large = { lines: [{ name: 'x'.repeat(7_000) }], status: 'shipped' };
    const { tools, kept } = instruments({ order: large });
    const parked = await runPlaybook(from, tools);
    expect(parked.run!.awaits!.state).toMatchObject({ looked: [{ as: 'shop', tool: 'orders.get' }] });
    expect(JSON.stringify(parked.run!.awaits!.state).length).toBeLessThan(2_000);
    const done = await runPlaybook(came(parked, { kind: 'signal', name: 'x', data: { bank: 'ING' } }, from), tools);
    expect(done.text).toBe('shipped $89.00 ING');
    expect(kept.reads).toEqual(['orders.get', 'orders.get']);
  });
});

describe('a wait', () => {
  const until = (kind: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    on(book({ a: { kind: 'wait', until: kind, next: 'b', ...more }, b: reply('On.') }));
  it('for time says when it is due', async () => {
    const from = until({ kind: 'time', minutes: '60 * 24' });
    const parked = await runPlaybook(from, instruments().tools);
    expect(parked.run?.awaits).toMatchObject({ kind: 'time', dueAt: '2026-11-22T12:00:00.000Z' });
    expect(parked.text).not.toBe('');
    expect((await runPlaybook(came(parked, { kind: 'due' }, from), instruments().tools)).text).toBe('On.');
  });
  it('for the customer takes any message', async () => {
    const from = until({ kind: 'customer' }, { says: 'Tell me when.', timeout: { minutes: 5, next: 'b' } });
    const asked = await runPlaybook(from, instruments().tools);
    expect(asked).toMatchObject({
      kind: 'ask',
      text: 'Tell me when.',
      run: { awaits: { dueAt: '2026-11-21T12:05:00.000Z' } },
    });
    expect((await runPlaybook(says(asked, 'now', from), instruments().tools)).text).toBe('On.');
  });
  it.each(['"soon"', '-1', '1000000'])('for %s minutes is a mistake', async (minutes) => {
    const part = await runPlaybook(until({ kind: 'time', minutes }), instruments().tools);
    expect(part).toMatchObject({ kind: 'handoff', handoff: { stopped: expect.stringContaining('mistake at "a"') } });
  });
});

describe('an act that waits for approval', () => {
  const from = (timeout?: Record<string, unknown>) =>
    on(
      book({
        a: act({ next: 'w' }),
        w: { kind: 'wait', until: { kind: 'approval' }, next: 'b', ...(timeout ? { timeout } : {}) },
        b: reply('Done: {{ money(made.refund.amountCents) }}'),
        no: reply('It was not agreed to.'),
      }),
    );
  const waiting: ActResult = {
    kind: 'waiting',
    dueAt: null,
    decision: decision({ effect: 'needs_approval', customer: 'A colleague looks.' }),
  };
  const approved: Passed = { kind: 'approved', value: { refund: { amountCents: 500 } } };
  const refused: Passed = { kind: 'refused', says: 'Refund was refused: too late.' };

  it('goes on with its result once it was done', async () => {
    const { tools, kept } = instruments({ act: waiting });
    const parked = await runPlaybook(from(), tools);
    expect(parked).toMatchObject({
      kind: 'approval',
      text: 'A colleague looks.',
      run: { awaits: { kind: 'approval', actionKey: 'turn-1:0:p:a' } },
    });
    const done = await runPlaybook(came(parked, approved, from()), tools);
    expect(done).toMatchObject({ text: 'Done: $5.00', acted: true });
    expect(kept.acts).toHaveLength(1);
  });
  it('goes its own way when it was refused, and to people without one', async () => {
    const { tools } = instruments({ act: waiting });
    const parked = await runPlaybook(from({ minutes: 60, next: 'no' }), tools);
    expect((await runPlaybook(came(parked, refused, from({ minutes: 60, next: 'no' })), tools)).text).toBe(
      'It was not agreed to.',
    );
    expect(await runPlaybook(came(parked, refused, from()), tools)).toMatchObject({
      handoff: { reason: 'approval_refused' },
    });
  });
  it('does not wait where nobody has to agree', async () => {
    expect((await runPlaybook(from(), instruments().tools)).text).toBe('Done: $89.00');
  });
});

describe('taking back', () => {
  const from = on(
    book({
      a: act({ next: 'second' }),
      second: act({ as: 'other', says: 'Label', next: 'back' }),
      back: { kind: 'compensate', acts: ['a', 'second', 'never'], next: 'b' },
      never: act(),
      b: reply('All is as it was.'),
    }),
  );
  it('goes newest first and passes over what never happened', async () => {
    const { tools, kept } = instruments();
    expect((await runPlaybook(from, tools)).text).toBe('All is as it was.');
    expect(kept.undone).toEqual(['turn-1:0:p:second', 'turn-1:0:p:a']);
  });
  const failures: [World['undo'] & object, RegExp][] = [
    [{ kind: 'impossible', message: 'it has left.' }, /Label cannot be taken back: it has left/],
    [{ kind: 'failed', message: 'busy.' }, /Label could not be taken back: busy/],
    [{ kind: 'unknown' }, /did not say whether it was/],
  ];
  it.each(failures)('%o goes to people', async (undo, why) => {
    const { tools, kept } = instruments({ undo });
    expect(await runPlaybook(from, tools)).toMatchObject({ handoff: { stopped: expect.stringMatching(why) } });
    expect(kept.undone).toHaveLength(1);
  });
});

it('an act on a way that leads back is another act, under a name that stays', async () => {
  const nodes = {
    a: { kind: 'collect', slot: 'why', entity: 'text', ask: 'Why?', next: 'do' },
    do: act({ next: 'w' }),
    w: { kind: 'wait', until: { kind: 'customer' }, says: 'More?', next: 'do' },
  };
  const from = on(book(nodes));
  const { tools, kept } = instruments();
  const why = await runPlaybook(from, tools);
  const first = await runPlaybook(says(why, 'so', from), tools);
  await runPlaybook(says(first, 'yes', from), tools);
  await runPlaybook(says(first, 'yes', from), tools);
  expect(kept.acts.map(({ key }) => key)).toEqual(['turn-1:0:p:do', 'turn-1:0:p:do:2', 'turn-1:0:p:do:2']);
});

describe('a way that leads back to a question', () => {
  const from = on(
    book({
      a: { kind: 'collect', slot: 'order', entity: 'order', ask: 'Which order?', tries: 2, next: 'b' },
      b: {
        kind: 'lookup',
        tool: 'orders.get',
        args: { order: 'slots.order' },
        as: 'shop',
        says: 'x',
        next: 'c',
        missing: 'a',
      },
      c: reply('{{ shop.order.number }}'),
    }),
  );
  it('asks for another value instead of going round, and stops after its tries', async () => {
    const missing = instruments({ reads: { 'orders.get': { kind: 'missing' } } }).tools;
    const wrong = [entity('order', 'NL-1')];
    const first = await runPlaybook({ ...from, entities: wrong }, missing);
    expect([first.text, waits(first).asked]).toEqual(['Which order?', 1]);
    const found = await runPlaybook(
      says(first, '', from, { entities: [entity('order', 'NL-2')] }),
      instruments().tools,
    );
    expect(found.text).toBe('NL-2');
    const second = await runPlaybook(says(first, '', from, { entities: wrong }), missing);
    expect([second.text, waits(second).asked]).toEqual(['Which order?', 2]);
    const third = await runPlaybook(says(second, '', from, { entities: wrong }), missing);
    expect(third).toMatchObject({ kind: 'handoff', handoff: { stopped: 'Asked 2 times and could not tell: order.' } });
  });
  it('asks again for what was given before a wait', async () => {
    const round = on(
      book({
        a: { kind: 'collect', slot: 's', entity: 'text', ask: 'What?', next: 'w' },
        w: { kind: 'wait', until: { kind: 'customer' }, says: '{{ slots.s }}. More?', next: 'a' },
      }),
    );
    const { tools } = instruments();
    const first = await runPlaybook(says(await runPlaybook(round, tools), 'one', round), tools);
    expect(first.text).toBe('one. More?');
    const again = await runPlaybook(says(first, 'yes', round), tools);
    expect(again.text).toBe('What?');
    expect((await runPlaybook(says(again, 'two', round), tools)).text).toBe('two. More?');
  });
});
