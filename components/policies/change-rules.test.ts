import { describe, expect, it } from 'vitest';
import type { Rule } from '@/lib/governance/policy.schema';
import { addRule, duplicateRule, insertRule, moveRule, removeRule, setRule } from './change-rules';
import type { Content } from './use-policy-draft';

const rule = (name: string, effect: Rule['effect'] = 'deny'): Rule => ({ name, when: 'true', effect, agent: '' });
const content = (...rules: Rule[]): Content => ({
  definition: { tools: ['a.b'], facts: {}, shows: [], rules },
  cases: [{ name: 'kept' }],
});
const names = ({ definition }: Content) => definition.rules.map(({ name }) => name);

describe('rules', () => {
  const three = content(rule('a'), rule('b-2'), rule('c', 'allow'));
  it.each<[string, Content, string[]]>([
    ['moved up', moveRule(three, 1, -1), ['b-2', 'a', 'c']],
    ['moved down', moveRule(three, 1, 1), ['a', 'c', 'b-2']],
    ['removed', removeRule(three, 0), ['b-2', 'c']],
    ['duplicated under a free name', duplicateRule(three, 1), ['a', 'b-2', 'b', 'c']],
    ['duplicated again', duplicateRule(duplicateRule(three, 0), 0), ['a', 'a-3', 'a-2', 'b-2', 'c']],
    ['added before what allows', addRule(three), ['a', 'b-2', 'new-rule', 'c']],
    ['added at the end', addRule(content(rule('a'))), ['a', 'new-rule']],
    ['put back', insertRule(removeRule(three, 1), 1, rule('b-2')), ['a', 'b-2', 'c']],
    ['put back beside one that took its name', insertRule(three, 3, rule('a')), ['a', 'b-2', 'c', 'a-2']],
  ])('are %s', (_, made, wanted) => {
    expect(names(made)).toEqual(wanted);
    expect(made.cases).toEqual(three.cases);
  });

  it('leave out what is not said any more', () => {
    expect(setRule(content({ ...rule('a'), title: 'x' }), 0, { title: undefined }).definition.rules[0]).toEqual(
      rule('a'),
    );
  });

  it('that are added hold for nothing', () => expect(addRule(three).definition.rules[2]?.when).toBe('false'));
});
