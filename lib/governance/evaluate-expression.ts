import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { sameName } from '../format/same-name';
import { sayUnreadable } from './expressions/say-unreadable';

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
const hourMs = 3_600_000;

/** ISO only: left to itself the language takes an order number for a year. */
const iso = /^\d{4}-\d{2}-\d{2}(T|$)/;

function timeOf(value: unknown): number {
  const time = iso.test(String(value)) ? Date.parse(String(value)) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError(`"${String(value).slice(0, 40)}" is not a date`);
  return time;
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError('that is not a list');
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('that is not a text');
  return value;
}

/** Money as shops write it, in units with a fraction, as whole cents; halves of a cent go up. */
function centsOf(value: unknown): bigint {
  const units = typeof value === 'bigint' ? Number(value) : value;
  if (typeof units !== 'number' || !Number.isFinite(units)) throw new TypeError('that is not an amount of money');
  // 12 digits: 1.005 * 100 is a little under 100.5, and would lose its cent.
  return BigInt(Math.round(Number((units * 100).toPrecision(12))));
}

function sumOf(list: unknown[]): unknown {
  if (list.every((one) => typeof one === 'bigint')) return list.reduce((sum: bigint, one) => sum + (one as bigint), 0n);
  return list.reduce((sum: number, one) => {
    if (typeof one !== 'number' && typeof one !== 'bigint') throw new TypeError('only numbers can be added up');
    return sum + Number(one);
  }, 0);
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || (isNumber(one) && isNumber(other) && Number(one) === Number(other));
const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint';

type Used = { tools?: Record<string, Record<'today' | 'todayCents', bigint>> };
const usedOf = (ledger: unknown, tool: string, what: 'today' | 'todayCents'): bigint => {
  const tools = (ledger as Used).tools;
  // Not the ledger, or one that was never summed: not knowing is an error, never a nought.
  if (!tools) throw new TypeError('the ledger was not read');
  return Object.hasOwn(tools, tool) ? (tools[tool]?.[what] ?? 0n) : 0n;
};

/**
 * CEL with what rules and replies need beside it. Money is whole cents, dates are ISO texts, days and hours are whole
 * and rounded down. `ledger.used("tool")` is how often that tool was used for this customer in the last 24 hours.
 */
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
  .registerFunction('hoursBetween(dyn, dyn): int', (from: unknown, to: unknown) =>
    BigInt(Math.floor((timeOf(to) - timeOf(from)) / hourMs)),
  )
  .registerFunction('cents(dyn): int', centsOf)
  .registerFunction('sum(dyn): dyn', (list: unknown) => sumOf(listOf(list)))
  .registerFunction('count(dyn, dyn): int', (list: unknown, value: unknown) =>
    BigInt(listOf(list).filter((one) => same(one, value)).length),
  )
  .registerFunction('distinct(dyn): list<dyn>', (list: unknown) =>
    listOf(list).filter((one, at, all) => all.findIndex((other) => same(one, other)) === at),
  )
  .registerFunction('indexes(dyn): list<int>', (list: unknown) => listOf(list).map((_, at) => BigInt(at)))
  .registerFunction('map.used(string): int', (ledger: unknown, tool: string) => usedOf(ledger, tool, 'today'))
  .registerFunction('map.spentCents(string): int', (ledger: unknown, tool: string) =>
    usedOf(ledger, tool, 'todayCents'),
  )
  .registerFunction('lower(dyn): string', (text: unknown) => String(text).toLowerCase())
  .registerFunction('sameName(dyn, dyn): bool', (one: unknown, other: unknown) => sameName(textOf(one), textOf(other)))
  .registerFunction('joined(dyn): string', (list: unknown) =>
    new Intl.ListFormat('en').format((list as unknown[]).map(String)),
  );

/**
 * JSON to CEL: whole numbers become int, so that `amount > 50000` compares int with int. What needs no change is shared,
 * not copied: records are mostly texts, and a decision is made on large ones.
 */
function toCel(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? listToCel(value) : recordToCel(value as Record<string, unknown>);
}

function listToCel(list: unknown[]): unknown[] {
  let changed: unknown[] | undefined;
  for (let at = 0; at < list.length; at++) {
    const inner = toCel(list[at]);
    if (inner === list[at]) continue;
    changed ??= [...list];
    changed[at] = inner;
  }
  return changed ?? list;
}

function recordToCel(record: Record<string, unknown>): Record<string, unknown> {
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(record)) {
    const inner = toCel(record[key]);
    if (inner === record[key]) continue;
    changed ??= { ...record };
    // Defined, not assigned: a key `__proto__` from JSON must stay a key.
    if (key === '__proto__') Object.defineProperty(changed, key, { value: inner, enumerable: true });
    else changed[key] = inner;
  }
  return changed ?? record;
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

type Parsed = ((scope: Scope) => unknown) & { readonly ast: ASTNode };
const parsed = new Map<string, Parsed>();

function parse(expression: string): Parsed {
  let ready = parsed.get(expression);
  if (!ready) {
    ready = environment.parse(expression) as Parsed;
    if (parsed.size > 5_000) parsed.clear(); // bounded: expressions come from data that people edit
    parsed.set(expression, ready);
  }
  return ready;
}

/** The language with the names of a scope declared, for whoever looks through expressions before they run. */
export const declared = (): Environment => environment.clone({ unlistedVariablesAreDyn: false });

/** The functions of the language, those of CEL's own among them. */
export const functionsOf = () => environment.getDefinitions().functions;

/** The tree of an expression. Throws on a syntax error. */
export const treeOf = (expression: string): ASTNode => parse(expression).ast;

/** A scope made ready once for many expressions: turning the whole of it into CEL's values costs more than most rules. */
export type ReadyScope = { readonly ready: Scope };

export const readyScope = (scope: Scope): ReadyScope => ({ ready: toCel(scope) as Scope });

/** The value of a CEL expression over JSON. Throws on a syntax error, an unknown name or a missing key. */
export function evaluateExpression(expression: string, scope: Scope): unknown {
  return evaluateReady(expression, readyScope(scope));
}

/** As `evaluateExpression`, over a scope that was made ready. */
export function evaluateReady(expression: string, scope: ReadyScope): unknown {
  return fromCel(parse(expression)(scope.ready));
}

/** True only for `true`: anything else, an error included, is for the caller to treat as its safe side. */
export function holds(expression: string, scope: Scope): boolean {
  return evaluateExpression(expression, scope) === true;
}

/** Replaces each `{{ expression }}`. Throws as `evaluateExpression` does. */
export function renderTemplate(template: string, scope: Scope): string {
  return renderReady(template, readyScope(scope));
}

/** As `renderTemplate`, over a scope that was made ready. */
export function renderReady(template: string, scope: ReadyScope): string {
  return template.replace(/\{\{(.+?)\}\}/gs, (_, expression: string) =>
    String(evaluateReady(expression.trim(), scope) ?? ''),
  );
}

/** As `renderReady`, for people who must read something: what cannot be said is “…”. Never throws. */
export function renderWhatCanBe(template: string, scope: ReadyScope): string {
  return template.replace(/\{\{.+?\}\}/gs, (place) => {
    try {
      return renderReady(place, scope);
    } catch {
      return '…';
    }
  });
}

/** Null when it parses, else what is wrong with it. */
export function checkExpression(expression: string): string | null {
  try {
    environment.parse(expression);
    return null;
  } catch (error) {
    const unreadable = sayUnreadable(error as Parameters<typeof sayUnreadable>[0]);
    return unreadable ?? (error instanceof Error ? (error.message.split('\n')[0] ?? 'does not parse') : String(error));
  }
}

/** Everything an expression can call. */
export const functionNames = (): ReadonlySet<string> =>
  new Set(environment.getDefinitions().functions.map(({ name }) => name));
