import { describe, expect, it } from 'vitest';
import { playbookSchema } from '../../governance/playbook.schema';
import type { ActResult } from '../plan.schema';
import { answer, decision, entity, input, instruments, listed, order, type World, waits } from '../shop.fixture';
import { type PlaybookInput, runPlaybook } from './run-playbook';

describe('order status', () => {
  const rows: [string, Record<string, unknown>, RegExp][] = [
    ['shipped', { status: 'shipped' }, /on its way with UPS .* Tuesday, November 24.* 1Z999/],
    [
      'delayed',
      { status: 'shipped', shipment: { ...order.shipment, delayedBy: 'storm' } },
      /held up by a storm.*Monday, November 23.*Tuesday, November 24/,
    ],
    ['processing', { status: 'processing' }, /from November 2 is being packed/],
    ['delivered', { status: 'delivered' }, /delivered on Friday, November 6/],
    ['cancelled', { status: 'cancelled', refundedCents: 8_900 }, /\$89\.00 went back to your Visa ending in 4242/],
    ['returned', { status: 'returned', refundedCents: 4_000 }, /\$40\.00 of \$89\.00 has been refunded/],
  ];
  it.each(rows)('%s', async (_, facts, text) => {
    const { tools, kept } = instruments({ order: facts });
    const part = await runPlaybook(input('order-status'), tools);
    expect(part).toMatchObject({ kind: 'reply', text: expect.stringMatching(text), acted: false, handoff: null });
    expect(part.named.length).toBeGreaterThan(0);
    expect(kept.reads).toEqual(['orders.list', 'orders.get']);
    expect(kept.told).toContain('did Looked up order NL-48213');
  });

  it('opens nothing for who is not verified', async () => {
    const { tools, kept } = instruments();
    const part = await runPlaybook(input('order-status', { verified: false }), tools);
    expect(part.text).toContain('sign in');
    expect(kept.reads).toEqual([]);
  });

  it('asks which of several, stops asking after two times', async () => {
    const two = [1, 2].map((n) => ({ number: `NL-${n}`, status: 'shipped', items: [`Item ${n}`] }));
    const { tools } = instruments({ orders: two });
    const first = await runPlaybook(input('order-status'), tools);
    expect(first).toMatchObject({ kind: 'ask', text: expect.stringContaining('NL-1 (Item 1) and NL-2 (Item 2)') });
    const second = await runPlaybook(answer(first, 'value'), tools);
    expect([second.kind, waits(second).asked]).toEqual(['ask', 2]);
    const third = await runPlaybook(answer(second, 'value'), tools);
    expect(third).toMatchObject({ kind: 'handoff', handoff: { reason: 'playbook', missing: ['order'] } });
    const named = await runPlaybook(answer(first, 'value', { entities: [entity('order', 'NL-2')] }), tools);
    expect(named.text).toContain('NL-2');
  });

  it('takes the one that can be meant without asking', async () => {
    const orders = ['delivered', 'shipped'].map((status, n) => ({ number: `NL-${n}`, status, items: ['x'] }));
    const part = await runPlaybook(input('order-status'), instruments({ orders, order: { status: 'shipped' } }).tools);
    expect(part.text).toContain('NL-1');
  });

  const faults: [string, World, string, number][] = [
    ['has no orders', { orders: [] }, 'playbook', 1],
    ['there is no such order', { reads: { 'orders.get': { kind: 'missing' } } }, 'playbook', 1],
    [
      'the shop is silent',
      { reads: { 'orders.list': { kind: 'unavailable', message: 'timeout' } } },
      'tool_failed',
      0.3,
    ],
    ['the shop knows nobody', { reads: { 'orders.list': { kind: 'not_verified' } } }, 'not_verified', 1],
  ];
  it.each(faults)('goes to people when %s', async (_, world, reason, toolScore) => {
    const part = await runPlaybook(input('order-status'), instruments(world).tools);
    expect(part).toMatchObject({ kind: 'handoff', handoff: { reason }, scores: { tools: toolScore } });
    expect(part.handoff?.stopped).not.toBe('');
  });
});

describe('password reset', () => {
  const known = (more: Record<string, unknown> = {}): World => ({
    reads: { 'accounts.lookup': { kind: 'found', value: { known: true, twoFactor: false, ...more } } },
  });
  it('asks for the address, then sends the link without a yes', async () => {
    const { tools, kept } = instruments(known());
    const first = await runPlaybook(input('password-reset', { verified: false }), tools);
    expect(first.text).toContain('Which email address');
    const sent = await runPlaybook(
      answer(first, 'value', { verified: false, entities: [entity('email', 'a@b.example')] }),
      tools,
    );
    expect(sent.acted).toBe(true);
    expect(kept.acts[0]).toMatchObject({ args: { email: 'a@b.example' }, confirmed: false });
  });
  it('takes a verified customer’s own address', async () => {
    const { tools, kept } = instruments(known());
    await runPlaybook(input('password-reset', { email: 'me@b.example' }), tools);
    expect(kept.acts[0]?.args).toEqual({ email: 'me@b.example' });
  });
  it('hands over an unknown address with the reason, and shows two-factor its way', async () => {
    const unknown = await runPlaybook(
      input('password-reset', { email: 'x@b.example' }),
      instruments(known({ known: false })).tools,
    );
    expect(unknown).toMatchObject({
      kind: 'handoff',
      handoff: { stopped: 'There is no account under x@b.example.', suggestion: { draft: expect.any(String) } },
    });
    const guarded = await runPlaybook(
      input('password-reset', { email: 'x@b.example' }),
      instruments(known({ twoFactor: true })).tools,
    );
    expect(guarded.text).toContain('recovery code');
  });
  const failures: [string, string, RegExp][] = [
    ['mail_unavailable', 'handoff', /mail service does not answer/],
    ['unavailable', 'handoff', /mail service does not answer/],
    ['rate_limited', 'reply', /Three links have been sent/],
  ];
  it.each(failures)('%s', async (code, kind, text) => {
    const act: ActResult = { kind: 'failed', code, message: '', decision: decision() };
    const part = await runPlaybook(
      input('password-reset', { email: 'x@b.example' }),
      instruments({ ...known(), act }).tools,
    );
    expect(part.kind).toBe(kind);
    expect(part.handoff?.stopped ?? part.text).toMatch(text);
  });
});

describe('a change of delivery', () => {
  it('goes through which, day and yes, and never asks for what it was told', async () => {
    const world: World = {
      orders: [{ ...listed, status: 'shipped' }],
      order: { status: 'shipped' },
      act: { kind: 'done', value: {}, decision: decision() },
    };
    const { tools, kept } = instruments(world);
    const day = await runPlaybook(input('delivery-change'), tools);
    expect(day.text).toContain('On which day shall UPS deliver order NL-48213?');
    const yes = await runPlaybook(
      answer(day, 'value', { entities: [entity('date', 'Friday', { iso: '2026-11-27' })] }),
      tools,
    );
    expect([yes.text, waits(yes).asked]).toEqual(['Shall I move the delivery of NL-48213 to Friday, November 27?', 1]);
    const done = await runPlaybook(answer(yes, 'yes'), tools);
    expect(done.text).toContain('Done: UPS now brings order NL-48213 on Friday, November 27');
    expect(kept.acts).toHaveLength(1);
  });
});

describe('a playbook with a mistake', () => {
  const broken = (nodes: Record<string, unknown>): PlaybookInput => ({
    ...input('refund'),
    playbook: {
      key: 'p',
      version: 1,
      definition: playbookSchema.parse({ name: 'Broken', team: 'x', wants: 'y', trigger: {}, start: 'a', nodes }),
    },
  });
  it('that goes round ends with people', async () => {
    const nodes = {
      a: { kind: 'verify', next: 'b', otherwise: 'b' },
      b: { kind: 'verify', next: 'a', otherwise: 'a' },
    };
    const part = await runPlaybook(broken(nodes), instruments().tools);
    expect(part).toMatchObject({
      kind: 'handoff',
      handoff: { stopped: 'The playbook "Broken" did not come to an end.' },
    });
  });
  it.each([
    [
      'a condition',
      {
        a: { kind: 'decide', branches: [{ when: 'shop.order', next: 'b' }], otherwise: 'b' },
        b: { kind: 'reply', text: 'x' },
      },
    ],
    ['a text', { a: { kind: 'reply', text: '{{ shop.order }}' } }],
    ['a throw outside', { a: { kind: 'lookup', tool: 'none', args: {}, as: 'x', says: 'x', next: 'a' } }],
  ])('in %s ends with people, saying where', async (_, nodes) => {
    const part = await runPlaybook(broken(nodes), instruments().tools);
    expect(part).toMatchObject({
      kind: 'handoff',
      handoff: { reason: 'playbook', stopped: expect.stringContaining('has a mistake at "a"') },
    });
  });
});
