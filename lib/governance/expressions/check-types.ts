import { type Environment, ParseError } from '@marcbachmann/cel-js';
import { declared } from '../evaluate-expression';
import { sayUnreadable } from './say-unreadable';
import { celOf, type Shape } from './shape';

export type TypeCheck = { ok: true; type: string } | { ok: false; at: number; says: string };
export type TypeChecker = (expression: string) => TypeCheck;

/** CEL's own check, with the names of a scope declared as far as their types are known. It tells of one fault at a time. */
export function typeChecker(scope: Record<string, Shape>): TypeChecker {
  const environment = declared();
  for (const [name, shape] of Object.entries(scope)) declare(environment, name, shape);
  return (expression) => {
    const { valid, type, error } = environment.check(expression);
    if (valid) return { ok: true, type: type ?? 'dyn' };
    const summary = error?.summary ?? 'this does not read';
    // A record whose fields are known is a type of its own to CEL, and no map: what it says of those is not so.
    if (!(error instanceof ParseError) && summary.includes('$')) return { ok: true, type: 'dyn' };
    return {
      ok: false,
      at: error?.range?.start ?? 0,
      says: capital((error && sayUnreadable(error)) ?? inWords(summary)),
    };
  };
}

function declare(environment: Environment, name: string, shape: Shape): void {
  if (name !== 'ledger') {
    const type = celOf(shape);
    if (typeof type === 'string') environment.registerVariable(name, type);
    else environment.registerVariable({ name, schema: type });
    return;
  }
  const fields = Object.fromEntries(
    Object.entries(shape.fields ?? {}).map(([field, inner]) => [field, inner.kind === 'whole' ? 'int' : 'map']),
  );
  const never = () => 0n;
  environment
    .registerType('Ledger', { fields })
    .registerVariable(name, 'Ledger')
    .registerFunction('Ledger.used(string): int', never)
    .registerFunction('Ledger.spentCents(string): int', never);
}

const types: Record<string, string> = {
  string: 'a text',
  int: 'a whole number',
  double: 'a number',
  bool: 'yes or no',
  null: 'nothing',
  list: 'a list',
  map: 'a record',
  Ledger: 'the ledger',
};
const typeWord = (type: string): string => types[type.replace(/<.*/, '')] ?? `“${type}”`;

/** What CEL says, for people who write rules and not programs. */
function inWords(summary: string): string {
  const operands = /^no such overload: (\S+) (\S+) (\S.*)$/.exec(summary);
  if (operands) {
    const [, left, operator, right] = operands;
    return `${capital(typeWord(left!))} and ${typeWord(right!)} do not go together with “${operator}”.`;
  }
  const one = /^no such overload: ([!-])(\S+)$/.exec(summary);
  if (one) return `“${one[1]}” does not go before ${typeWord(one[2]!)}.`;
  const call = /^found no matching overload for '(.+)'$/.exec(summary);
  if (call) return `There is no function ${call[1]}.`;
  return `${summary.replace(/\.$/, '')}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
