import { describe, expect, it } from 'vitest';
import { comparePlaybooks } from './compare-playbooks';
import { addStep, changeStep, emptyPlaybook, removeSteps, startName } from './edit-playbook';

const before = emptyPlaybook('Warranty', 'orders', []);

describe('how a playbook differs', () => {
  it.each([
    ['nothing', before, []],
    ['only where it lies', { ...before, layout: { reply: { x: 3, y: 4 } } }, []],
    ['the same in another order', Object.fromEntries(Object.entries(before).toReversed()) as typeof before, []],
    ['its name', { ...before, name: 'Repair' }, [['changed', null]]],
    [
      'a text',
      changeStep(before, 'reply', { kind: 'reply', text: 'Bye.', articles: [], closes: false }),
      [['changed', 'reply']],
    ],
    ['a step more', addStep(before, 'handoff').playbook, [['added', 'handoff']]],
    [
      'a step less',
      removeSteps(addStep(before, 'lookup', { from: { node: startName, by: 'next' } }).playbook, ['lookup']),
      [],
    ],
  ])('%s', (_, after, expected) => {
    expect(comparePlaybooks(before, after).map(({ kind, node }) => [kind, node])).toEqual(expected);
  });

  it('is all new where there was none', () => {
    expect(comparePlaybooks(null, before)).toEqual([{ kind: 'added', node: 'reply', says: 'Thank you.' }]);
  });
});
