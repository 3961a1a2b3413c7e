import { describe, expect, it } from 'vitest';
import type { ActResult, Part, Waiting } from '../plan.schema';
import { decision, instruments } from '../shop.fixture';
import { walkProposed } from './walk-proposed';

const proposed: Extract<Waiting, { kind: 'action' }> = {
  kind: 'action',
  tool: 'refunds.create',
  args: { order: 'NL-48213', amountCents: 4_450 },
  key: 'turn-1:0:refunds.create',
  says: 'Refund an order (order NL-48213, amount $44.50)',
  intent: 'refund',
  wish: 'half of it back',
};
const refused = (customer: string | null) => decision({ effect: 'deny', customer, agent: 'More than was paid.' });

describe('walkProposed', () => {
  it.each<[string, ActResult, Partial<Part>]>([
    [
      'done',
      { kind: 'done', value: {}, decision: decision() },
      { kind: 'reply', acted: true, text: `Done: ${proposed.says}.` },
    ],
    [
      'to be approved',
      {
        kind: 'waiting',
        decision: decision({ effect: 'needs_approval', customer: 'A colleague looks at it.' }),
        dueAt: null,
      },
      { kind: 'approval', acted: false, text: 'A colleague looks at it.' },
    ],
    [
      'refused with a sentence',
      { kind: 'denied', decision: refused('At most $89.00.') },
      { kind: 'reply', acted: false, text: 'At most $89.00.' },
    ],
    [
      'refused without one',
      { kind: 'denied', decision: refused(null) },
      {
        kind: 'handoff',
        handoff: expect.objectContaining({ reason: 'policy_denied', stopped: 'More than was paid.' }),
      },
    ],
    [
      'failed',
      { kind: 'failed', code: 'unavailable', message: '', decision: decision() },
      { kind: 'handoff', acted: false, handoff: expect.objectContaining({ reason: 'tool_failed' }) },
    ],
    [
      'unknown',
      { kind: 'unknown', decision: decision() },
      {
        kind: 'handoff',
        acted: true,
        handoff: expect.objectContaining({ stopped: expect.stringContaining('Check before') }),
      },
    ],
  ])('tells what became of it: %s', async (_, act, expected) => {
    const { tools, kept } = instruments({ act });
    const part = await walkProposed(proposed, true, tools);
    expect(part).toMatchObject(expected);
    const { tool, args, key } = proposed;
    expect(kept.acts).toMatchObject([{ tool, args, key, confirmed: true }]);
  });

  it('does nothing without a yes', async () => {
    const { tools, kept } = instruments();
    const part = await walkProposed(proposed, false, tools);
    expect(part).toMatchObject({ kind: 'reply', acted: false, text: expect.stringContaining('left everything') });
    expect(kept.acts).toEqual([]);
  });
});
