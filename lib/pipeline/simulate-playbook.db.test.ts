import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playbooks } from '../../prisma/seed/playbooks';
import { playbookSchema } from '../governance/playbook.schema';
import { asWhomSchema, butSchema, type Given, playbookCasesSchema } from '../governance/playbook-case.schema';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from '../tools/open-test-connector';

let desk: TestDatabase;
let shop: TestConnector;
let simulate: typeof import('./simulate-playbook').simulatePlaybook;
let runCases: typeof import('./run-playbook-cases').runPlaybookCases;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const order = (more: Record<string, unknown> = {}) => ({
  number: 'NL-48213',
  status: 'delivered',
  placedAt: daysAgo(12),
  deliveredAt: daysAgo(5),
  refundedCents: 0,
  refundableCents: 8_900,
  lines: [{ name: 'Drift tent' }],
  payment: { brand: 'Visa', last4: '4242', capturedCents: 8_900 },
  ...more,
});
let bought = order();

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'orders.list': {
      takes: ['customer', 'limit'],
      run: () => ({
        orders: [{ number: 'NL-48213', status: 'delivered', items: ['Drift tent'], refundableCents: 8_900 }],
      }),
    },
    'orders.get': { takes: ['customer', 'order'], run: () => ({ order: bought }) },
    'refunds.create': { write: true, takes: ['customer', 'order', 'amountCents'], run: () => ({ refund: {} }) },
  });
  ({ simulatePlaybook: simulate } = await import('./simulate-playbook'));
  ({ runPlaybookCases: runCases } = await import('./run-playbook-cases'));
  // The tools are taken in, and that is told: not by a simulation.
  const { seal } = await import('../platform/crypto');
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop') };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
  await (await import('../tools/list-tools')).listTools();
  // What it once really brought: another customer's.
  const { id: conversationId, customerId } = await desk.conversation();
  await desk.db.action.create({
    data: {
      key: 'once',
      conversationId,
      customerId,
      connectorKey: 'shop',
      tool: 'refunds.create',
      args: {},
      status: 'succeeded',
      result: { refund: { amountCents: 77_700, order: 'NL-99999', to: 'secret@b.example' } },
    },
  });
}, 120_000);
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});

const refund = playbookSchema.parse(playbooks.find(({ key }) => key === 'refund')!.definition);
const paper = playbookSchema.parse({
  ...refund,
  start: 'file',
  nodes: {
    file: { kind: 'collect', slot: 'paper', entity: 'file', ask: 'Which paper?', next: 'read' },
    read: {
      kind: 'extract',
      file: 'slots.paper',
      says: 'Read the paper',
      fields: { until: { labels: ['Valid until'], is: 'date' } },
      checks: [{ says: 'It still holds', when: 'paper.until > now' }],
      as: 'paper',
      next: 'end',
      unreadable: 'photo',
    },
    end: { kind: 'reply', text: 'Valid until {{ day(paper.until) }}.' },
    photo: { kind: 'reply', text: 'I cannot read that.' },
  },
});

/** Looks nothing up itself: only its rules do. */
const blind = playbookSchema.parse({
  ...refund,
  start: 'act',
  nodes: {
    act: {
      kind: 'act',
      tool: 'refunds.create',
      args: { order: '"NL-48213"', amountCents: '8400', reason: '"asked for"' },
      as: 'refunded',
      says: 'Refund',
      told: 'Done.',
      next: 'end',
    },
    end: { kind: 'reply', text: 'Done.' },
  },
});

const story = (given: Given[], more: { but?: object; as?: object; definition?: typeof refund } = {}) =>
  simulate(desk.people.admin, {
    key: 'refund',
    definition: more.definition ?? refund,
    as: asWhomSchema.parse({ subject: 'cus_ada', verified: true, name: 'Ada Winter', ...more.as }),
    but: butSchema.parse(more.but ?? {}),
    given,
  });

describe('simulatePlaybook', () => {
  it('walks for real up to the write, and writes nothing anywhere', async () => {
    const rows = () =>
      Promise.all([
        desk.db.action.count(),
        desk.db.customer.count(),
        desk.db.conversation.count(),
        desk.db.turn.count(),
        desk.db.outboxEvent.count(),
      ]);
    const before = await rows();
    const { steps, visited } = await story(['I want my money back', 'yes please']);
    expect(steps.map(({ end, node }) => [end, node])).toEqual([
      ['ask', 'confirm'],
      ['reply', 'done'],
    ]);
    expect(steps[0]!.says).toContain('Shall I refund $89.00');
    // In the shape of the last real one, with the values asked for and none of another customer's.
    expect(steps[1]!.says).toContain('Done: $89.00');
    expect(JSON.stringify(steps)).not.toContain('secret@b.example');
    expect(steps[1]!.calls.at(-1)).toMatchObject({ tool: 'refunds.create', outcome: 'done', madeUp: true });
    expect(steps[1]!.visits.find(({ kind }) => kind === 'act')).toMatchObject({
      decision: { effect: 'allow', policy: 'refunds' },
    });
    expect(visited).toEqual(['known', 'list', 'any', 'which', 'get', 'state', 'confirm', 'refund', 'done']);
    expect(await rows()).toEqual(before);
    expect(shop.calls.filter(({ tool }) => tool === 'refunds.create')).toEqual([]);
    expect(shop.effects.size).toBe(0);
  });

  it('takes a file by its text, and one without text for a picture', async () => {
    const send = (text: string): Given => ({ file: { name: 'paper.pdf', text }, says: '' });
    const walk = async (text: string) => {
      const { steps } = await story(['I want my money back', send(text)], { definition: paper });
      return steps.at(-1)!;
    };
    const valid = await walk('Valid until: 1 May 2040');
    expect(valid.handoff).toBeNull();
    expect(valid).toMatchObject({ end: 'reply', says: 'Valid until May 1.' });
    expect(valid.visits.find(({ kind }) => kind === 'extract')?.reading).toEqual({
      found: [{ field: 'until', title: 'Until', text: '1 May 2040', where: 'line 1' }],
      missing: [],
      checks: [{ says: 'It still holds', verdict: 'fits', why: 'Until “1 May 2040”, line 1' }],
    });
    expect(await walk('')).toMatchObject({ end: 'reply', says: 'I cannot read that.' });
    const { steps } = await story([{ file: { name: 'a.txt', text: 'Valid until: 2020-01-01' }, says: 'my refund' }], {
      definition: paper,
    });
    expect(steps[0]!.visits.find(({ kind }) => kind === 'extract')?.reading?.checks[0]?.verdict).toBe('unfit');
  });

  it('asks for approval, and tells what is told once it was given', async () => {
    bought = order({ refundableCents: 90_000, payment: { brand: 'Visa', last4: '4242', capturedCents: 90_000 } });
    const { steps } = await story(['I want my money back', 'yes', { approved: true }]);
    bought = order();
    expect(steps.map(({ end }) => end)).toEqual(['ask', 'approval', 'reply']);
    expect(steps[2]!.says).toContain('Good news');
  });

  const rows: [string, Given[], Parameters<typeof story>[1], Record<string, unknown>][] = [
    ['nobody is verified', ['I want my money back'], { as: { verified: false } }, { end: 'reply', node: 'sign_in' }],
    [
      'the shop is silent',
      ['I want my money back'],
      { but: { tools: { 'orders.list': 'silent' } } },
      { end: 'handoff', node: 'list' },
    ],
    [
      'there is no such order',
      ['I want my money back'],
      { but: { tools: { 'orders.get': 'missing' } } },
      { end: 'handoff', node: 'no_such' },
    ],
    [
      'it fails',
      ['money back', 'yes'],
      { but: { tools: { 'refunds.create': { refused: 'wrong_status' } } } },
      { end: 'handoff', node: 'refund' },
    ],
    [
      'only the rules ask what is silent',
      ['I want my money back'],
      { definition: blind, but: { tools: { 'orders.get': 'silent' } } },
      { calls: [expect.objectContaining({ tool: 'refunds.create', outcome: 'failed' })] },
    ],
    [
      'only the rules ask',
      ['I want my money back'],
      { definition: blind },
      { calls: [expect.objectContaining({ tool: 'refunds.create', outcome: 'denied' })] },
    ],
    [
      'it is too late',
      ['money back'],
      { but: { now: new Date(Date.now() + 40 * 86_400_000).toISOString() } },
      { end: 'reply', node: 'confirm' },
    ],
    ['a person is wanted', ['money back', 'I want to talk to a human'], {}, { end: 'handoff' }],
    ['another wish comes', ['money back', 'How do I reset my password?'], {}, { end: 'elsewhere' }],
    ['nothing waits', ['money back', { approved: true }], {}, { end: 'elsewhere', problem: expect.any(String) }],
  ];
  it.each(rows)('when %s', async (_, given, more, expected) => {
    expect((await story(given, more)).steps.at(-1)).toMatchObject(expected);
  });

  it('lets time pass and signals come', async () => {
    const definition = playbookSchema.parse({
      ...refund,
      start: 'w',
      nodes: {
        w: {
          kind: 'wait',
          until: { kind: 'event', name: 'parcel.in', where: 'event.order == "NL-1"', as: 'event' },
          says: 'I wait for the parcel.',
          next: 'in',
          timeout: { minutes: 60, next: 'late' },
        },
        in: { kind: 'reply', text: 'It is in: {{ event.order }}' },
        late: { kind: 'reply', text: 'It did not come.' },
      },
    });
    const says = async (...given: Given[]) =>
      (await story(['money back', ...given], { definition })).steps.map(({ end, says: text }) => `${end} ${text}`);
    expect(await says({ signal: 'parcel.in', data: { order: 'NL-2' } })).toEqual([
      'wait I wait for the parcel.',
      'elsewhere ',
    ]);
    expect(await says({ signal: 'parcel.in', data: { order: 'NL-1' } })).toEqual([
      'wait I wait for the parcel.',
      'reply It is in: NL-1',
    ]);
    expect((await says({ minutes: 30 }, { minutes: 31 })).at(-1)).toBe('reply It did not come.');
  });

  it('calls no write that is looked up', async () => {
    const nodes = {
      a: { kind: 'lookup', tool: 'refunds.create', args: {}, as: 'x', says: 'x', next: 'b' },
      b: { kind: 'reply', text: 'x' },
    };
    const definition = playbookSchema.parse({ ...refund, start: 'a', nodes });
    expect((await story(['money back'], { definition })).steps[0]).toMatchObject({ end: 'handoff' });
    expect(shop.effects.size).toBe(0);
  });
});

describe('runPlaybookCases', () => {
  it('says what came out otherwise', async () => {
    const as = { subject: 'cus_ada', verified: true };
    const cases = playbookCasesSchema.parse([
      {
        name: 'right',
        as,
        says: ['money back', 'yes'],
        expect: { end: 'reply', node: 'done', says: 'done: $89', acts: ['refunds.create'] },
      },
      {
        name: 'wrong',
        as,
        says: ['money back', 'no'],
        expect: { end: 'ask', node: 'done', says: 'thanks', acts: ['refunds.create'] },
      },
    ]);
    const {
      cases: [right, wrong],
      passed,
      failed,
      visited,
    } = await runCases(desk.people.admin, { key: 'refund', definition: refund, cases });
    expect([right?.passed, right?.why, passed, failed]).toEqual([true, [], 1, 1]);
    expect(wrong?.why).toEqual([
      'It ended with a reply, not with a question.',
      'It ended at left, not at done.',
      '“thanks” does not stand in “Then I leave order NL-48213 as it is.”.',
      'It would do nothing, not refunds.create.',
    ]);
    expect(visited).toEqual(expect.arrayContaining(['left', 'done']));
  });
});
