import { treeOf } from './evaluate-expression';
import { checkNames } from './expressions/check-names';
import { type TypeChecker, typeChecker } from './expressions/check-types';
import { describeScope, type KnownTools } from './expressions/describe-scope';
import { findConflicts } from './expressions/find-conflicts';
import { expressionsOf, factsOf, type Placed } from './expressions/list-expressions';
import { any, record, type Shape } from './expressions/shape';
import type { PolicyDefinition } from './policy.schema';

export type { KnownTool, KnownTools } from './expressions/describe-scope';

/** Something a policy's author should know. An error keeps it from being released. */
export type Finding = {
  severity: 'error' | 'hint';
  /** The way to it, such as `['rules', 3, 'when']`; `where` is the same as text. */
  path: (string | number)[];
  where: string;
  /** The rule it is about. */
  rule: string | null;
  /** The character in that text, from 0; null when it is about the whole. */
  at: number | null;
  says: string;
};

/**
 * Looks a policy through before anybody is decided on: syntax, names, types as far as they are known, rules that can never
 * decide, what is missing. The more is known of the tools (arguments and answers as JSON schemas), the more is seen; of a
 * tool that is not among `tools` nothing is said but, when there are any, that it is unknown. Touches nothing.
 */
export function checkPolicy(definition: PolicyDefinition, tools: KnownTools = new Map()): Finding[] {
  const findings: Finding[] = [];
  const add = (severity: Finding['severity'], path: Finding['path'], says: string, at: number | null = null) => {
    const where = path
      .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
      .join('');
    const rule = path[0] === 'rules' && typeof path[1] === 'number' ? (definition.rules[path[1]]?.name ?? null) : null;
    findings.push({ severity, path, where, rule, at, says });
  };

  const scope = describeScope(definition, tools);
  checkExpressions(expressionsOf(definition), scopesOf(definition, scope), add);
  checkTools(definition, tools, add);
  checkRules(definition, add);
  for (const { rule, severity, says } of findConflicts(definition.rules, definition.tools))
    add(severity, rule < 0 ? ['rules'] : ['rules', rule, 'when'], says);
  for (const name of unusedFacts(definition)) add('hint', ['facts', name], `No rule speaks of the fact “${name}”.`);
  if (definition.caps && !definition.amount)
    add('error', ['caps'], 'Caps need an “amount”: without one every action is over them.');
  return findings.sort((a, b) => Number(a.severity === 'hint') - Number(b.severity === 'hint'));
}

type Add = (severity: Finding['severity'], path: Finding['path'], says: string, at?: number | null) => void;

/** What each kind of expression may speak of. */
type Scopes = Record<Placed['scope'], (fact: string | null) => Record<string, Shape>>;

function scopesOf(definition: PolicyDefinition, scope: Record<string, Shape>): Scopes {
  const facts = scope.facts?.fields ?? {};
  const above = (name: string | null): Record<string, Shape> => {
    const names = Object.keys(definition.facts);
    const before = names.slice(0, Math.max(0, names.indexOf(name ?? '')));
    const { tier, id } = scope.customer!.fields!;
    return {
      action: scope.action!,
      customer: record({ id: id!, tier: tier! }),
      facts: record(Object.fromEntries(before.map((one) => [one, facts[one]!]))),
    };
  };
  return {
    rule: () => scope,
    fact: above,
    element: (name) => ({ ...above(name), item: any }),
    subject: () => ({ action: scope.action! }),
    found: () => ({ found: any }),
  };
}

function checkExpressions(all: Placed[], scopes: Scopes, add: Add): void {
  // Making CEL ready for a scope costs more than checking one expression in it.
  const checkers = new Map<string, TypeChecker>();
  for (const placed of all) {
    const names = scopes[placed.scope](placed.fact);
    const key = `${placed.scope} ${placed.fact ?? ''}`;
    const check = checkers.get(key) ?? typeChecker(names);
    checkers.set(key, check);
    checkExpression(placed, names, check, add);
  }
}

function checkExpression(
  { expression, path, wants, offset = 0 }: Placed,
  names: Record<string, Shape>,
  check: TypeChecker,
  add: Add,
) {
  const types = check(expression);
  let tree: ReturnType<typeof treeOf>;
  try {
    tree = treeOf(expression);
  } catch {
    add('error', path, types.ok ? 'This does not read.' : types.says, types.ok ? null : offset + types.at);
    return;
  }
  const faults = checkNames(tree, names);
  for (const { at, says, certain } of faults) add(certain ? 'error' : 'hint', path, says, offset + at);
  if (faults.length > 0) return;
  if (!types.ok) add('error', path, types.says, offset + types.at);
  else if (!wanted[wants].some((type) => types.type.startsWith(type))) add('error', path, sayUnwanted[wants], offset);
}

/** What an expression may come to; `dyn` is what nobody can know. */
const wanted = {
  condition: ['bool', 'dyn'],
  number: ['int', 'double', 'dyn'],
  list: ['list', 'dyn'],
  anything: [''],
} as const;
const sayUnwanted = {
  condition: 'This is not a condition: it is neither true nor false.',
  number: 'This is not a number.',
  list: 'This is not a list.',
  anything: '',
} as const;

function checkTools(definition: PolicyDefinition, tools: KnownTools, add: Add): void {
  if (tools.size === 0) return;
  definition.tools.forEach((name, at) => {
    const tool = tools.get(name);
    if (!tool) add('error', ['tools', at], `There is no tool ${name}.`);
    else if (!tool.write) add('hint', ['tools', at], `${name} only reads: nothing is decided about it.`);
  });
  for (const { path, fact } of factsOf(definition)) {
    const tool = tools.get(fact.tool);
    if (!tool) add('error', [...path, 'tool'], `There is no tool ${fact.tool}.`);
    else if (tool.write) add('error', [...path, 'tool'], `${fact.tool} changes something: facts are only read.`);
    if (!tool || typeof tool.args !== 'object' || tool.args === null) continue;
    const { properties, required } = tool.args as { properties?: Record<string, unknown>; required?: unknown };
    const known = Object.keys(properties ?? {});
    for (const name of Object.keys(fact.args))
      if (known.length > 0 && !known.includes(name))
        add('error', [...path, 'args', name], `${fact.tool} takes no “${name}”.`);
    // Whose data it is, is set by the server.
    for (const name of Array.isArray(required) ? required : [])
      if (typeof name === 'string' && name !== 'customer' && !Object.hasOwn(fact.args, name))
        add('error', path, `${fact.tool} needs “${name}”.`);
  }
}

function checkRules({ rules }: PolicyDefinition, add: Add): void {
  rules.forEach((rule, at) => {
    if (rules.findIndex(({ name }) => name === rule.name) < at)
      add('error', ['rules', at, 'name'], `There is another rule “${rule.name}” above.`);
    if (rule.effect !== 'needs_approval' && (rule.approvers || rule.approvals))
      add('hint', ['rules', at], 'Only a rule that needs approval has approvers.');
  });
}

/** Facts that cost a read and that nothing speaks of, neither a rule nor a fact that is used. */
function unusedFacts(definition: PolicyDefinition): string[] {
  const all = expressionsOf(definition);
  const spokenOf = (name: string) =>
    all.some(
      ({ expression, fact }) => fact !== name && new RegExp(`\\bfacts\\s*(\\.\\s*${name}\\b|\\[)`).test(expression),
    );
  return Object.keys(definition.facts).filter((name) => !spokenOf(name));
}
