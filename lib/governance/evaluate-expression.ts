import { Environment } from '@marcbachmann/cel-js';

export type Scope = Record<string, unknown>;

const dayFormat = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const weekdayFormat = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const moneyFormat = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const dayMs = 86_400_000;

/** ISO only: left to itself the language takes an order number for a year. */
const iso = /^\d{4}-\d{2}-\d{2}(T|$)/;

function timeOf(value: unknown): number {
  const time = iso.test(String(value)) ? Date.parse(String(value)) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError(`"${String(value).slice(0, 40)}" is not a date`);
  return time;
}

/** CEL with what rules and replies need beside it. Money is whole cents, dates are ISO texts, days are whole and rounded down. */
const environment = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 2_000, maxDepth: 60 },
})
  .registerFunction('money(dyn): string', (cents: unknown) => moneyFormat.format(Number(cents) / 100))
  .registerFunction('day(dyn): string', (date: unknown) => dayFormat.format(timeOf(date)))
  .registerFunction('weekday(dyn): string', (date: unknown) => weekdayFormat.format(timeOf(date)))
  .registerFunction('daysBetween(dyn, dyn): int', (from: unknown, to: unknown) =>
    BigInt(Math.floor((timeOf(to) - timeOf(from)) / dayMs)),
  )
  .registerFunction('lower(dyn): string', (text: unknown) => String(text).toLowerCase())
  .registerFunction('joined(dyn): string', (list: unknown) =>
    new Intl.ListFormat('en').format((list as unknown[]).map(String)),
  );

/** JSON to CEL: whole numbers become int, so that `amount > 50000` compares int with int. */
function toCel(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(toCel);
  if (value instanceof Date) return value.toISOString();
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toCel(inner)]));
  return value ?? null;
}

function fromCel(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(fromCel);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, fromCel(inner)]));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromCel(inner)]));
  }
  return value;
}

type Parsed = (scope: Scope) => unknown;
const parsed = new Map<string, Parsed>();

function parse(expression: string): Parsed {
  let ready = parsed.get(expression);
  if (!ready) {
    ready = environment.parse(expression) as unknown as Parsed;
    if (parsed.size > 5_000) parsed.clear(); // bounded: expressions come from data that people edit
    parsed.set(expression, ready);
  }
  return ready;
}

/** The value of a CEL expression over JSON. Throws on a syntax error, an unknown name or a missing key. */
export function evaluateExpression(expression: string, scope: Scope): unknown {
  return fromCel(parse(expression)(toCel(scope) as Scope));
}

/** True only for `true`: anything else, an error included, is for the caller to treat as its safe side. */
export function holds(expression: string, scope: Scope): boolean {
  return evaluateExpression(expression, scope) === true;
}

/** Replaces each `{{ expression }}`. Throws as `evaluateExpression` does. */
export function renderTemplate(template: string, scope: Scope): string {
  return template.replace(/\{\{(.+?)\}\}/gs, (_, expression: string) =>
    String(evaluateExpression(expression.trim(), scope) ?? ''),
  );
}

/** Null when it parses, else what is wrong with it. */
export function checkExpression(expression: string): string | null {
  try {
    environment.parse(expression);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? 'does not parse') : String(error);
  }
}
