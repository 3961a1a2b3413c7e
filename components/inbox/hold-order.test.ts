import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdOrder } from './hold-order';

describe('holdOrder', () => {
  it.each([
    ['shows everything at first', [], ['a', 'b'], null, ['a', 'b'], []],
    ['gathers what comes on top', ['b', 'c'], ['a', 'b', 'c'], null, ['b', 'c'], ['a']],
    ['gathers what comes between', ['a', 'c'], ['a', 'b', 'c'], null, ['a', 'c'], ['b']],
    ['appends a further page', ['a', 'b'], ['a', 'b', 'c', 'd'], null, ['a', 'b', 'c', 'd'], []],
    ['keeps the order one sees', ['a', 'b', 'c'], ['c', 'a', 'b'], null, ['a', 'b', 'c'], []],
    ['drops what left', ['a', 'b', 'c'], ['a', 'c'], null, ['a', 'c'], []],
    ['but not what is open', ['a', 'b', 'c'], ['a', 'c'], 'b', ['a', 'b', 'c'], []],
    ['starts again when all have left', ['a'], ['x', 'y'], null, ['x', 'y'], []],
    ['is empty when nothing is left', ['a'], [], null, [], []],
  ])('%s', (_, before, incoming, open, shown, fresh) => {
    expect(holdOrder(before, incoming, open)).toEqual({ shown, fresh });
  });

  it('never moves two rows past each other and never loses one', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }), { maxLength: 12 });
    fc.assert(
      fc.property(ids, ids, (before, incoming) => {
        const { shown, fresh } = holdOrder(before, incoming, null);
        expect([...shown, ...fresh].sort()).toEqual([...incoming].sort());
        const stayed = before.filter((id) => incoming.includes(id));
        expect(shown.filter((id) => before.includes(id))).toEqual(stayed);
      }),
    );
  });
});
