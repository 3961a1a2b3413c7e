import { describe, expect, it } from 'vitest';
import type { ActResult, Part } from '../plan.schema';
import { answer, decision, input, instruments, type World } from '../shop.fixture';
import { runPlaybook } from './run-playbook';

describe('refund', () => {
  const asked = async (world: World = {}) => {
    const shop = instruments(world);
    return { ...shop, part: await runPlaybook(input('refund'), shop.tools) };
  };

  it('asks for a yes with the sum and the card, then does it once under a key that stays', async () => {
    const { part, tools, kept } = await asked();
    expect(part).toMatchObject({
      kind: 'ask',
      text: 'Shall I refund $89.00 for order NL-48213 (Drift tent) to your Visa ending in 4242?',
    });
    expect(kept.acts).toEqual([]);
    const done = await runPlaybook(answer(part, 'yes'), tools);
    expect(done).toMatchObject({ kind: 'reply', acted: true, text: expect.stringMatching(/^Done: \$89\.00/) });
    await runPlaybook(answer(part, 'yes'), tools);
    expect(kept.acts.map((one) => one.key)).toEqual(['turn-1:0:refund:refund', 'turn-1:0:refund:refund']);
    expect(kept.acts[0]).toMatchObject({
      tool: 'refunds.create',
      confirmed: true,
      args: { order: 'NL-48213', amountCents: 8_900 },
      tells: expect.stringContaining('$89.00'),
    });
  });

  it('takes a no for a no', async () => {
    const { part, tools, kept } = await asked();
    const left = await runPlaybook(answer(part, 'no'), tools);
    expect([left.kind, left.acted, kept.acts.length]).toEqual(['reply', false, 0]);
  });

  it('asks twice for a yes or a no, then people', async () => {
    const { part, tools, kept } = await asked();
    const again = await runPlaybook(answer(part, 'value'), tools);
    expect(again.kind).toBe('ask');
    const stopped = await runPlaybook(answer(again, 'value'), tools);
    expect(stopped).toMatchObject({ kind: 'handoff', handoff: { missing: ['A clear yes or no'] } });
    expect(kept.acts).toEqual([]);
  });

  it('refuses before it asks', async () => {
    const customer = 'Refunds are possible within 30 days.';
    const { part, kept } = await asked({ foreseen: decision({ effect: 'deny', rule: 'window-30-days', customer }) });
    expect(part).toMatchObject({ kind: 'reply', text: customer, waiting: null });
    expect(part.tried.at(-1)).toEqual({ what: 'Refund of $89.00 for NL-48213: not allowed', ok: false });
    expect(kept.acts).toEqual([]);
  });

  it('still asks when nobody can foresee it', async () => {
    expect((await asked({ foreseen: null })).part.kind).toBe('ask');
  });

  const outcomes: [string, ActResult, Partial<Part>][] = [
    [
      'denied with words',
      { kind: 'denied', decision: decision({ effect: 'deny', customer: 'No.' }) },
      { kind: 'reply', text: 'No.', acted: false },
    ],
    [
      'denied without words',
      { kind: 'denied', decision: decision({ effect: 'deny', agent: 'It may not.' }) },
      { kind: 'handoff', handoff: { reason: 'policy_denied', stopped: 'It may not.', missing: [], suggestion: null } },
    ],
    [
      'needs approval',
      {
        kind: 'waiting',
        dueAt: null,
        decision: decision({ effect: 'needs_approval', customer: 'A colleague looks at it.' }),
      },
      { kind: 'approval', text: 'A colleague looks at it.', acted: false },
    ],
    [
      'needs approval without words',
      { kind: 'waiting', dueAt: null, decision: decision({ effect: 'needs_approval' }) },
      { kind: 'approval', text: expect.stringContaining('A colleague has to agree') as unknown as string },
    ],
    [
      'failed',
      { kind: 'failed', code: 'wrong_status', message: 'it was cancelled', decision: decision() },
      { kind: 'handoff', acted: false },
    ],
    ['unknown', { kind: 'unknown', decision: decision() }, { kind: 'handoff', acted: true }],
  ];
  it.each(outcomes)('%s', async (_, act, expected) => {
    const { part, tools } = await asked({ act });
    const ended = await runPlaybook(answer(part, 'yes'), tools);
    expect(ended).toMatchObject(expected);
    expect(ended.decisions).toEqual([act.decision]);
    expect(ended.tried.length).toBeGreaterThan(0);
    if (ended.kind === 'handoff') expect(ended.handoff?.stopped).not.toBe('');
  });

  const states: [string, Record<string, unknown>, RegExp][] = [
    ['not sent yet', { status: 'processing' }, /can simply be cancelled/],
    ['on its way', { status: 'shipped' }, /still on its way/],
    ['refunded already', { refundableCents: 0, refundedCents: 8_900 }, /refunded in full already: \$89\.00/],
  ];
  it.each(states)('%s: says so and writes nothing', async (_, facts, text) => {
    const { part, kept } = await asked({ order: facts });
    expect(part.text).toMatch(text);
    expect(kept.acts).toEqual([]);
  });
});
