import { type PolicyCase, scopeOfCase } from './case.schema';
import { decideAction, rulesOfCaps } from './decide-action';
import { evaluateReady, type ReadyScope, readyScope, treeOf } from './evaluate-expression';
import { readsOf, textOf } from './expressions/walk-tree';
import type { Decision, DecisionScope, Effect, PolicyDefinition, ReleasedPolicy, Rule } from './policy.schema';

/** A change of a rule that would make a failing case pass. */
export type CaseAdvice = { rule: string; from: string; to: string; says: string };

export type CaseResult = {
  name: string;
  tool: string;
  /** What the case expects; null where it only asks what would be decided. */
  must: { effect: Effect; rule: string | null } | null;
  does: { effect: Effect; rule: string | null; policy: string | null };
  /** Null without an expectation. */
  passed: boolean | null;
  /** Why it fails, in words; null when it does not. */
  why: string | null;
  advice: CaseAdvice | null;
  /** What the deciding rule read, with its values in this case. */
  read: { term: string; value: string }[];
  decision: Decision;
};

const acts = { allow: 'allow', deny: 'deny', needs_approval: 'ask' } as const;

/** Holds cases against policies: the one that names the case's tool decides, none is a deny. Touches nothing. */
export function runCases(policies: ReleasedPolicy[], cases: PolicyCase[], now: Date): CaseResult[] {
  return cases.map((one, at) => {
    const policy = policies.find(({ definition }) => definition.tools.includes(one.tool));
    const scope = scopeOfCase(one, now);
    return runOne(policy, one, scope, one.name ?? `Case ${at + 1}`);
  });
}

function runOne(policy: ReleasedPolicy | undefined, one: PolicyCase, scope: DecisionScope, name: string): CaseResult {
  const decision = decideAction(policy, scope);
  const ready = readyScope(scope);
  const { expect } = one;
  const passed = expect
    ? decision.effect === expect.effect && (expect.rule === undefined || decision.rule === expect.rule)
    : null;
  const advice = passed === false && policy && expect ? adviseOn(policy.definition, expect.effect, scope, ready) : null;
  return {
    name,
    tool: one.tool,
    must: expect ? { effect: expect.effect, rule: expect.rule ?? null } : null,
    does: { effect: decision.effect, rule: decision.rule, policy: decision.policy },
    passed,
    why: passed === false ? sayWhy(policy, one, decision, ready, advice) : null,
    advice,
    read: decision.cel ? valuesOf(decision.cel, ready) : [],
    decision,
  };
}

function sayWhy(
  policy: ReleasedPolicy | undefined,
  { expect }: PolicyCase,
  decision: Decision,
  ready: ReadyScope,
  advice: CaseAdvice | null,
): string {
  const decided = decision.rule ? `“${decision.rule}” decided` : 'no rule allows it';
  const said = [`Must ${acts[expect!.effect]}, does ${acts[decision.effect]}: ${decided}.`];
  if (advice) return [...said, advice.says].join(' ');
  if (decision.effect !== 'allow') said.push(decision.agent);

  const rules = policy ? [...policy.definition.rules, ...rulesOfCaps(policy.definition)] : [];
  const wanted = expect!.rule === undefined ? undefined : rules.find(({ name }) => name === expect!.rule);
  if (expect!.rule !== undefined && !wanted) said.push(`There is no rule “${expect!.rule}”.`);
  const look = wanted && wanted.name !== decision.rule ? wanted : rules.find(({ name }) => name === decision.rule);
  const values = look ? valuesOf(look.when, ready) : [];
  if (look && values.length > 0)
    said.push(`“${look.name}” looks at ${values.map(({ term, value }) => `${term} = ${value}`).join(', ')}.`);
  return said.join(' ');
}

function valuesOf(expression: string, ready: ReadyScope): { term: string; value: string }[] {
  return termsOf(expression).map((term) => ({ term, value: shorten(tryEvaluate(term, ready)) }));
}

/** None for what does not parse: such a rule holds too, and is to be told like any other. */
function termsOf(expression: string): string[] {
  try {
    return readsOf(treeOf(expression)).map(textOf);
  } catch {
    return [];
  }
}

function shorten(value: unknown): string {
  const text = value === undefined ? 'not there' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function tryEvaluate(expression: string, ready: ReadyScope): unknown {
  try {
    return evaluateReady(expression, ready);
  } catch {
    return undefined;
  }
}

/**
 * The classic hole: a limit that looks at one action alone, so that two small ones pass. Tried, not guessed: the amount
 * in the rule is replaced by the amount with what went before it today, and it is advised only if the rule then holds.
 */
function adviseOn(
  { rules, amount }: PolicyDefinition,
  expected: Effect,
  scope: DecisionScope,
  ready: ReadyScope,
): CaseAdvice | null {
  if (!amount || expected === 'allow' || scope.ledger.todayCents === 0) return null;
  const to = `${amount} + ledger.todayCents`;
  const alone = rules.find(
    (rule: Rule) =>
      rule.effect === expected &&
      rule.when.includes(amount) &&
      !rule.when.includes('ledger.') &&
      tryEvaluate(rule.when.replaceAll(amount, `(${to})`), ready) === true,
  );
  if (!alone) return null;
  const says = `“${alone.name}” looks at one action alone. Compare ${to} instead.`;
  return { rule: alone.name, from: alone.when, to: alone.when.replaceAll(amount, `(${to})`), says };
}
