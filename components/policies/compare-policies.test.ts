import { describe, expect, it } from 'vitest';
import type { PolicyDefinition, Rule } from '@/lib/governance/policy.schema';
import { compareRules, sayChanges } from './compare-policies';

const rule = (name: string, more: Partial<Rule> = {}): Rule => ({
  name,
  when: 'true',
  effect: 'deny',
  agent: '',
  ...more,
});
const policy = (rules: Rule[], more: Partial<PolicyDefinition> = {}): PolicyDefinition => ({
  tools: ['refunds.create'],
  facts: {},
  shows: [],
  rules,
  ...more,
});

describe('two versions', () => {
  it('are compared rule by rule, by name', () => {
    const { changes, removed } = compareRules(
      [rule('a'), rule('b'), rule('gone')],
      [rule('new'), rule('a'), rule('b', { when: 'false' })],
    );
    expect(changes.map(({ kind, rule: { name } }) => `${name} ${kind}`)).toEqual(['new added', 'a same', 'b changed']);
    expect(removed.map(({ name }) => name)).toEqual(['gone']);
  });

  it('are the same whatever the order of a rule’s parts, and one approval is what is meant when none is said', () => {
    const one = { name: 'a', when: 'true', effect: 'deny', agent: '', approvals: 1 } as Rule;
    const other = { agent: '', effect: 'deny', when: 'true', name: 'a' } as Rule;
    expect(compareRules([one], [other]).changes[0]?.kind).toBe('same');
  });

  it.each<[string, PolicyDefinition | null, PolicyDefinition, string[]]>([
    ['nothing was in force', null, policy([rule('a')]), ['added All of it: nothing is in force yet']],
    ['nothing changed', policy([rule('a')]), policy([rule('a')]), []],
    [
      'a limit, an effect and a rule that went',
      policy([rule('a'), rule('b', { title: 'Never so.' })]),
      policy([rule('a', { when: 'false', effect: 'allow' })]),
      ['changed a: Deny becomes Allow, when it holds', 'removed Deny: Never so'],
    ],
    ['the order', policy([rule('a'), rule('b')]), policy([rule('b'), rule('a')]), ['changed The order of the rules']],
    ['the amount', policy([rule('a')]), policy([rule('a')], { amount: '1' }), ['changed The amount']],
  ])('say that %s', (_, before, after, wanted) => {
    expect(sayChanges(before, after).map(({ kind, says }) => `${kind} ${says}`)).toEqual(wanted);
  });
});
