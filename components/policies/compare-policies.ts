import type { Change } from '@/components/definitions/change-list';
import type { PolicyDefinition, Rule } from '@/lib/governance/policy.schema';
import { effectNames } from './effect-names';

export type RuleChange = { kind: 'same' | 'added' | 'changed'; rule: Rule; before: Rule | null };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A rule with its parts in one order and without what is not said: two that say the same are the same text. */
const plain = ({ name, title, when, effect, approvers, approvals, customer, agent, check, value }: Rule) => [
  name,
  title ?? null,
  when,
  effect,
  approvers ?? null,
  approvals ?? 1,
  customer ?? null,
  agent,
  check ?? null,
  value ?? null,
];

/** Rules against those of another version, by name: what came and changed in the order of `after`, and what went. */
export function compareRules(before: Rule[], after: Rule[]): { changes: RuleChange[]; removed: Rule[] } {
  const known = new Map(before.map((rule) => [rule.name, rule]));
  const changes = after.map((rule): RuleChange => {
    const earlier = known.get(rule.name) ?? null;
    if (!earlier) return { kind: 'added', rule, before: null };
    return { kind: same(plain(earlier), plain(rule)) ? 'same' : 'changed', rule, before: earlier };
  });
  const names = new Set(after.map(({ name }) => name));
  return { changes, removed: before.filter(({ name }) => !names.has(name)) };
}

/** Its sentence without the full stop: more follows, or nothing does. */
const nameOf = ({ title, name }: Rule): string => title?.replace(/\.$/, '') ?? name;

const partNames: Partial<Record<keyof PolicyDefinition, string>> = {
  title: 'The title',
  description: 'The description',
  tools: 'The tools',
  facts: 'The facts',
  subjectFrom: 'Whose data it is',
  amount: 'The amount',
  caps: 'The caps',
  shows: 'What the approver reads',
};

/** What is different between two versions, each in one line. */
export function sayChanges(before: PolicyDefinition | null, after: PolicyDefinition): Change[] {
  if (!before) return [{ kind: 'added', says: 'All of it: nothing is in force yet' }];
  const { changes, removed } = compareRules(before.rules, after.rules);
  const orderBefore = before.rules
    .map(({ name }) => name)
    .filter((name) => after.rules.some((rule) => rule.name === name));
  const orderAfter = after.rules
    .map(({ name }) => name)
    .filter((name) => before.rules.some((rule) => rule.name === name));
  return [
    ...changes.flatMap(({ kind, rule, before: earlier }): Change[] => {
      if (kind === 'same') return [];
      if (kind === 'added') return [{ kind, says: `${effectNames[rule.effect]}: ${nameOf(rule)}` }];
      return [{ kind, says: `${nameOf(rule)}: ${partsOf(earlier!, rule)}` }];
    }),
    ...removed.map(
      (rule): Change => ({
        kind: 'removed',
        says: `${effectNames[rule.effect]}: ${nameOf(rule)}`,
      }),
    ),
    ...(same(orderBefore, orderAfter) ? [] : [{ kind: 'changed' as const, says: 'The order of the rules' }]),
    ...(Object.keys(partNames) as (keyof PolicyDefinition)[]).flatMap((part): Change[] =>
      same(before[part] ?? null, after[part] ?? null) ? [] : [{ kind: 'changed', says: partNames[part]! }],
    ),
  ];
}

function partsOf(before: Rule, after: Rule): string {
  const parts = [
    before.effect !== after.effect && `${effectNames[before.effect]} becomes ${effectNames[after.effect]}`,
    before.when !== after.when && 'when it holds',
    !same([before.approvers, before.approvals ?? 1], [after.approvers, after.approvals ?? 1]) && 'who approves',
    before.customer !== after.customer && 'what the customer hears',
    before.agent !== after.agent && 'what the agent reads',
    !same([before.check, before.value], [after.check, after.value]) && 'what is ticked off',
    before.title !== after.title && 'its sentence',
  ];
  return parts.filter(Boolean).join(', ');
}
