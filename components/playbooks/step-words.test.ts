import { describe, expect, it } from 'vitest';
import type { PlaybookNode } from '@/lib/governance/playbook.schema';
import { describeStep, readName, sayCondition, sayWay, titleOf } from './step-words';

describe('the word for a condition', () => {
  it.each([
    ['shop.order.status == "processing"', 'processing'],
    ['shop.order.status != "delivered"', 'not delivered'],
    ['shop.order.refundableCents <= 0', 'at most 0'],
    ['daysBetween(shop.order.deliveredAt, now) > 30', 'over 30'],
    ['slots.plan == "trail_plus"', 'trail plus'],
    ['shop.order.late && !known', 'known'],
    ['1 + (', 'if'],
  ])('%s is “%s”', (when, word) => {
    expect(sayCondition(when)).toBe(word);
  });
});

const decide: PlaybookNode = {
  kind: 'decide',
  branches: [{ when: 'a == "x"', next: 'one' }],
  otherwise: 'two',
};

describe('the word on a way', () => {
  it.each([
    [decide, 'branches.0', 'yes'],
    [decide, 'otherwise', 'no'],
    [{ ...decide, branches: [...decide.branches, { when: 'b', next: 'one', label: 'late' }] }, 'branches.1', 'late'],
    [{ ...decide, branches: [...decide.branches, { when: 'b', next: 'one' }] }, 'otherwise', 'else'],
    [{ kind: 'confirm', ask: 'Sure?', next: 'a', declined: 'b' }, 'declined', 'no'],
    [{ kind: 'verify', next: 'a', otherwise: 'b' }, 'otherwise', 'unknown'],
    [{ kind: 'lookup', tool: 't', args: {}, as: 'x', says: 's', next: 'a' }, 'next', ''],
    [{ kind: 'lookup', tool: 't', args: {}, as: 'x', says: 's', next: 'a', missing: 'b' }, 'next', 'done'],
    [
      { kind: 'act', tool: 't', args: {}, as: 'x', says: 's', told: 't', next: 'a', failed: { already_done: 'b' } },
      'failed.already_done',
      'already done',
    ],
  ] as const)('%# %s', (node, by, word) => {
    expect(sayWay(node as unknown as PlaybookNode, by)).toBe(word);
  });
});

describe('what a step is called', () => {
  const reply: PlaybookNode = {
    kind: 'reply',
    text: { en: 'Order {{ slots.order }} is on its way.', de: 'Unterwegs.' },
    articles: [],
    closes: false,
  };
  it('is its title, its name, or what it does where it was only numbered', () => {
    expect(titleOf('reply_2', { ...reply, title: 'Offer a repair' })).toBe('Offer a repair');
    expect(titleOf('not_there_yet', reply)).toBe('Not there yet');
    expect(titleOf('reply_2', reply)).toBe('Order … is on its way.');
    expect(describeStep(reply)).toBe('Order … is on its way.');
    expect(readName('cancel-an-order')).toBe('Cancel an order');
  });
});
