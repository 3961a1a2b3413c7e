import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPart } from '../blank-part';
import type { Part } from '../plan.schema';
import { checkReply } from './check-reply';

const part = (more: Partial<Part> = {}): Part => ({
  ...blankPart({ intent: 'refund', wants: 'Their money back', team: null }, 0.95),
  ...more,
});

describe('checkReply', () => {
  const rows: [string, string, Partial<Part>, string[]][] = [
    ['plain words', 'Hello there.', {}, []],
    ['an amount from a record', 'It was $89.00.', { evidence: ['8900', '89.00'] }, []],
    ['an amount written otherwise', 'It was $1,180.00.', { evidence: ['1180'] }, []],
    ['an amount nobody said', 'It was $89.00.', { evidence: ['79.00'] }, ['grounded']],
    ['an amount with a digit more', 'It was $189.00.', { evidence: ['89.00'] }, ['grounded']],
    ['euros nobody said', 'It was €12.', {}, ['grounded']],
    ['an order from a record', 'Order NL-48213 left.', { evidence: ['NL-48213'] }, []],
    ['an order of nobody', 'Order NL-48214 left.', { evidence: ['NL-48213'] }, ['grounded']],
    [
      'a claim with its source',
      'Wash it cold.',
      { claims: [{ text: 'Wash it cold.', source: 'Down', supported: true }] },
      [],
    ],
    [
      'a claim without one',
      'Wash it hot.',
      { claims: [{ text: 'Wash it hot.', source: '', supported: false }] },
      ['grounded'],
    ],
    [
      'an amount of an unsupported claim',
      'It costs $5.',
      { claims: [{ text: 'It costs $5.', source: '', supported: false }] },
      ['grounded'],
    ],
    ['a promise that was kept', 'I’ve refunded it.', { acted: true }, []],
    ['a promise without an act', 'I’ve refunded it.', {}, ['promises']],
    ['another one', 'We have just cancelled your order.', {}, ['promises']],
    ['what will be done is no promise kept', 'I can refund it.', {}, []],
    ['an address of the record', 'Sent to ada@b.example.', { evidence: ['ada@b.example'] }, []],
    ['an address of the customer', 'Sent to me@b.example.', {}, []],
    ['a stranger’s address', 'Sent to eve@b.example.', {}, ['private']],
    ['a placeholder', 'Sent to [EMAIL_1].', {}, ['private']],
    ['nothing', '', {}, ['form']],
    ['too much', 'x'.repeat(4_001), {}, ['form']],
    ['several at once', 'I have cancelled NL-1234 for $3.', {}, ['grounded', 'promises']],
  ];
  it.each(rows)('%s', (_, reply, more, failed) => {
    const result = checkReply({ reply, parts: [part(more)], allowed: ['Northline', 'me@b.example'] });
    expect(result.checks.filter((check) => !check.ok).map((check) => check.name)).toEqual(failed);
    expect(result.ok).toBe(failed.length === 0);
    expect(result.score).toBe(failed.length === 0 ? 0.99 : 0.2);
    for (const check of result.checks) expect(check.why).not.toBe('');
  });

  it('lets no amount through that is not in the evidence', () => {
    const cents = fc.integer({ min: 1, max: 5_000_000 });
    const money = (value: number) => `$${(value / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 5 }), (said, known) => {
        const evidence = known.map(money);
        const { ok } = checkReply({ reply: `You get ${money(said)} back.`, parts: [part({ evidence })], allowed: [] });
        expect(ok).toBe(known.includes(said));
      }),
    );
  });
});
