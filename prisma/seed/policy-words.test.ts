import { describe, expect, it } from 'vitest';
import { lookAtPolicy } from '../../lib/governance/look-at-policy';
import { inWords } from './in-words';
import { policies } from './policies';
import { policyWords } from './policy-words';

const now = new Date('2026-06-20T10:00:00Z');

describe.each(policies.map(({ key }) => key))('the words of %s', (key) => {
  const definition = inWords(policies.find((one) => one.key === key)!);
  const look = lookAtPolicy({ key, definition, cases: policyWords[key]?.cases ?? [] }, now);

  it('say something of it, and of every rule that there is', () => {
    expect(definition.title).toBeTruthy();
    expect(definition.description).toBeTruthy();
    expect(definition.rules.filter(({ title }) => !title).map(({ name }) => name)).toEqual([]);
  });

  it('come with cases that pass, and with nothing that would keep it from being released', () => {
    expect(look.cases.filter(({ passed }) => !passed)).toEqual([]);
    expect(look.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
