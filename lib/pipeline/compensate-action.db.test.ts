import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shopPresets } from '../../prisma/seed/tools';
import type { Decision } from '../governance/policy.schema';
import { emptyLedger } from '../governance/policy.schema';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { openTestConnector, type TestConnector } from '../tools/open-test-connector';

let desk: TestDatabase;
let shop: TestConnector;
let propose: typeof import('../tools/propose-action').proposeAction;
let run: typeof import('../tools/run-action').runAction;
let compensate: typeof import('./compensate-action').compensateAction;
let resume: typeof import('./resume-action').resumeAction;
let viewWritings: typeof import('../conversations/view-writing').readWritings;

/** What the shop refunded, by id: one that is taken back twice would be seen here. */
const refunds = new Map<string, 'done' | 'reversed'>();

beforeAll(async () => {
  desk = await openTestDatabase();
  shop = await openTestConnector({
    'orders.get': { takes: ['customer', 'order'], run: () => ({ order: { number: 'NL-1' } }) },
    'refunds.create': {
      write: true,
      takes: ['customer', 'order', 'amountCents'],
      run: ({ amountCents }) => {
        const id = `re_${randomUUID()}`;
        refunds.set(id, 'done');
        return { refund: { id, amountCents } };
      },
    },
    'refunds.reverse': {
      write: true,
      takes: ['customer', 'refund'],
      run: ({ refund }) => {
        refunds.set(String(refund), 'reversed');
        return { refund: { id: refund, status: 'reversed' } };
      },
    },
  });
  ({ proposeAction: propose } = await import('../tools/propose-action'));
  ({ runAction: run } = await import('../tools/run-action'));
  ({ compensateAction: compensate } = await import('./compensate-action'));
  ({ resumeAction: resume } = await import('./resume-action'));
  ({ readWritings: viewWritings } = await import('../conversations/view-writing'));
  const { seal } = await import('../platform/crypto');
  const presets = shopPresets as object;
  const connector = { key: 'shop', name: 'Shop', url: shop.url, token: seal(shop.token, 'connector:shop'), presets };
  await desk.db.connector.create({ data: { id: randomUUID(), adopt: true, ...connector } });
});
afterAll(async () => {
  await shop?.close();
  await desk?.close();
});
beforeEach(() => {
  shop.moods.clear();
  shop.calls.length = 0;
});

const allow: Decision = {
  effect: 'allow',
  policy: 'refunds',
  version: 1,
  rule: 'within-rules',
  cel: 'true',
  agent: 'Yes.',
  customer: null,
  approvers: null,
  amountCents: 8_400,
  findings: [],
  shows: [],
};

async function proposed(tool = 'refunds.create', approvers: string | null = null) {
  const { id: conversationId, customerId } = await desk.conversation();
  const { action } = await propose(
    {
      key: randomUUID(),
      conversationId,
      turnId: null,
      customerId,
      connector: 'shop',
      tool,
      args: { order: 'NL-1', amountCents: 8_400 },
      subject: `cus_${customerId}`,
      facts: {},
      factsReadAt: new Date(),
      says: 'Refund of $84.00 for NL-1',
      tells: 'Done.',
    },
    () => ({ ...allow, approvers }),
  );
  return { conversationId, customerId, action };
}
async function refunded(approvers: string | null = null) {
  const { action, ...about } = await proposed('refunds.create', approvers);
  await run(action.id);
  const first = await desk.db.action.findUniqueOrThrow({ where: { id: action.id } });
  return { ...about, first, refund: (first.result as { refund: { id: string } }).refund.id };
}
const byPerson = () => ({ kind: 'person' as const, person: desk.people.supervisor });
const byPlaybook = { kind: 'playbook' as const, turnId: null };
const ledger = (id: string) => desk.db.action.findUniqueOrThrow({ where: { id }, include: { compensation: true } });

describe('by a person', () => {
  it('happens once, is linked, marks the first, and lays the sentence ready', async () => {
    const { first, refund, conversationId, customerId } = await refunded();
    const asked = await Promise.all(Array.from({ length: 5 }, () => compensate(first.id, byPerson())));
    const ids = new Set(asked.map(({ action }) => action.id));
    expect(ids.size).toBe(1);
    const [id] = [...ids] as [string];
    expect(refunds.get(refund)).toBe('done'); // the worker carries it out
    expect(
      await desk.db.outboxEvent.count({
        where: { name: 'action.approved', data: { path: ['actionId'], equals: id } },
      }),
    ).toBe(1);
    await Promise.all([resume(id), resume(id)]);
    await resume(id);
    expect(refunds.get(refund)).toBe('reversed');
    expect(shop.effects.get(`undo:${first.id}`)).toBe(1);
    expect(await ledger(first.id)).toMatchObject({
      status: 'compensated',
      compensation: { id, status: 'succeeded', askedById: desk.people.supervisor.id, policy: 'reversals' },
    });
    const lines = await desk.db.message.findMany({ where: { conversationId, kind: 'event' }, orderBy: { id: 'asc' } });
    expect(lines.map(({ text }) => text)).toEqual([
      `${desk.people.supervisor.name} takes back: Refund of $84.00 for NL-1`,
      'Taken back: Refund of $84.00 for NL-1',
    ]);
    const { reply } = await viewWritings(desk.people.supervisor, { conversationId, customerId });
    expect(reply?.text).toBe('We have taken this back: Refund of $84.00 for NL-1.');
    expect(await desk.db.message.count({ where: { conversationId, author: 'assistant' } })).toBe(0);
    await compensate(first.id, byPerson());
    expect(shop.effects.get(`undo:${first.id}`)).toBe(1);
  });

  it('may be tried again after it failed, under the same key', async () => {
    const { first, refund } = await refunded();
    shop.moods.set('refunds.reverse', Array(3).fill({ refuse: 'unavailable' }));
    const { action } = await compensate(first.id, byPerson());
    await resume(action.id);
    expect(await ledger(first.id)).toMatchObject({ status: 'succeeded', compensation: { status: 'failed' } });
    expect(await desk.db.notification.count({ where: { personId: desk.people.supervisor.id, kind: 'failed' } })).toBe(
      1,
    );
    expect((await compensate(first.id, byPerson())).action).toMatchObject({ id: action.id, status: 'approved' });
    await resume(action.id);
    expect(refunds.get(refund)).toBe('reversed');
    expect(await ledger(first.id)).toMatchObject({ status: 'compensated' });
  });

  it('settles what nobody knows before it is tried again', async () => {
    const { first } = await refunded();
    shop.moods.set('refunds.reverse', ['drop']);
    shop.moods.set('actions.status', Array(3).fill({ refuse: 'unavailable' }));
    const { action } = await compensate(first.id, byPerson());
    await resume(action.id);
    expect(await ledger(first.id)).toMatchObject({ status: 'succeeded', compensation: { status: 'unknown' } });
    await compensate(first.id, byPerson());
    expect(await run(action.id)).toMatchObject({ kind: 'succeeded' });
    expect(shop.effects.get(`undo:${first.id}`)).toBe(1);
    expect(await ledger(first.id)).toMatchObject({ status: 'compensated' });
  });

  it('is not for who may not approve the first, nor for what was not done or nothing takes back', async () => {
    const { supervisor, admin, agents } = desk.people;
    const { first } = await refunded();
    await expect(compensate(first.id, { kind: 'person', person: agents[0] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const high = await refunded('admin');
    await expect(compensate(high.first.id, byPerson())).rejects.toMatchObject({ code: 'forbidden' });
    await compensate(high.first.id, { kind: 'person', person: admin });
    const open = await proposed();
    await expect(compensate(open.action.id, byPerson())).rejects.toMatchObject({ code: 'conflict' });
    const mail = await proposed('invoices.send_copy');
    await desk.db.action.update({ where: { id: mail.action.id }, data: { status: 'succeeded', result: {} } });
    await expect(compensate(mail.action.id, byPerson())).rejects.toMatchObject({ code: 'invalid' });
    await expect(compensate(randomUUID(), byPerson())).rejects.toMatchObject({ code: 'not_found' });
    const { action } = await compensate(first.id, { kind: 'person', person: supervisor });
    await expect(compensate(action.id, byPerson())).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is never the assistant’s own idea', async () => {
    const { policies } = await import('../../prisma/seed/policies');
    const { policySchema } = await import('../governance/policy.schema');
    const { decideAction } = await import('../governance/decide-action');
    const seed = policies.find(({ key }) => key === 'reversals')!;
    const policy = { key: 'reversals', version: 1, definition: policySchema.parse(seed.definition) };
    const scope = {
      action: { tool: 'refunds.reverse', args: { refund: 're_1' } },
      facts: {},
      customer: { tier: null },
      conversation: { verified: true, confirmed: true, approvedBy: null, trusted: true },
      ledger: emptyLedger,
      now: new Date().toISOString(),
    };
    expect(decideAction(policy, scope)).toMatchObject({ effect: 'deny', rule: 'from-the-ledger' });
  });
});

describe('by a playbook', () => {
  it('happens at once, and once', async () => {
    const { first, refund } = await refunded();
    const all = await Promise.all([compensate(first.id, byPlaybook), compensate(first.id, byPlaybook)]);
    expect(all.map(({ outcome }) => outcome?.kind)).toEqual(['succeeded', 'succeeded']);
    expect(refunds.get(refund)).toBe('reversed');
    expect(shop.effects.get(`undo:${first.id}`)).toBe(1);
  });
});

it('happens once in whatever order it is asked for, fails, drops and is resumed', async () => {
  const mood = fc.constantFrom('ok', 'drop', 'break', 'unavailable');
  const step = fc.constantFrom('person', 'playbook', 'resume', 'both');
  await fc.assert(
    fc.asyncProperty(
      fc.array(mood, { maxLength: 4 }),
      fc.array(step, { minLength: 1, maxLength: 5 }),
      async (moods, steps) => {
        const { first, refund } = await refunded();
        shop.moods.set(
          'refunds.reverse',
          moods.map((one) => (one === 'unavailable' ? { refuse: 'unavailable' } : one)),
        );
        let id: string | undefined;
        const ask = async (by: Parameters<typeof compensate>[1]) => {
          id = (await compensate(first.id, by)).action.id;
        };
        const again = () => (id ? resume(id) : Promise.resolve());
        for (const one of steps) {
          if (one === 'person') await ask(byPerson());
          if (one === 'playbook') await ask(byPlaybook);
          if (one === 'resume') await again();
          if (one === 'both') await Promise.all([ask(byPerson()), ask(byPlaybook), again()]);
        }
        shop.moods.clear();
        await ask(byPerson());
        await again();
        expect(refunds.get(refund)).toBe('reversed');
        expect(shop.effects.get(`undo:${first.id}`)).toBe(1);
        expect(await ledger(first.id)).toMatchObject({ status: 'compensated' });
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
