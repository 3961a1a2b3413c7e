import type { Rule } from '@/lib/governance/policy.schema';
import type { Content } from './use-policy-draft';

const withRules = (content: Content, rules: Rule[]): Content => ({
  ...content,
  definition: { ...content.definition, rules },
});

export const setRule = (content: Content, at: number, more: Partial<Rule>): Content =>
  withRules(
    content,
    content.definition.rules.map((rule, index) => (index === at ? withoutNothing({ ...rule, ...more }) : rule)),
  );

/** What is not said is left out: an empty field and one that was never there are the same rule. */
function withoutNothing(rule: Rule): Rule {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as Rule;
}

export function moveRule(content: Content, at: number, by: -1 | 1): Content {
  const rules = [...content.definition.rules];
  const [rule] = rules.splice(at, 1);
  if (rule) rules.splice(at + by, 0, rule);
  return withRules(content, rules);
}

export const removeRule = (content: Content, at: number): Content =>
  withRules(
    content,
    content.definition.rules.filter((_, index) => index !== at),
  );

/** A copy, after the rule it is of. */
export function duplicateRule(content: Content, at: number): Content {
  const { rules } = content.definition;
  const rule = rules[at]!;
  const copy = { ...rule, name: freeName(rules, rule.name) };
  return withRules(content, [...rules.slice(0, at + 1), copy, ...rules.slice(at + 1)]);
}

/** A rule that holds for nothing until somebody says when. */
export function addRule(content: Content): Content {
  const { rules } = content.definition;
  const fresh: Rule = { name: freeName(rules, 'new-rule'), when: 'false', effect: 'needs_approval', agent: '' };
  // Before what allows: it is read from top to bottom, though the strictest decides.
  const end = rules.at(-1)?.effect === 'allow' ? rules.length - 1 : rules.length;
  return withRules(content, [...rules.slice(0, end), fresh, ...rules.slice(end)]);
}

function freeName(rules: Rule[], wanted: string): string {
  const stem = wanted.replace(/-\d+$/, '').slice(0, 55);
  const taken = new Set(rules.map(({ name }) => name));
  let number = 2;
  if (!taken.has(stem)) return stem;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/** A rule back where it stood, or as near as there still are rules; under a free name if its own was taken meanwhile. */
export function insertRule(content: Content, at: number, rule: Rule): Content {
  const { rules } = content.definition;
  const named = rules.some(({ name }) => name === rule.name) ? { ...rule, name: freeName(rules, rule.name) } : rule;
  return withRules(content, [...rules.slice(0, at), named, ...rules.slice(at)]);
}
