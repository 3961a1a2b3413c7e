import { functionsOf } from './evaluate-expression';
import type { KnownTools } from './expressions/describe-scope';
import { any, fieldOf, record, type Shape } from './expressions/shape';

export type Completion = {
  /** What is put in place of `from` to the cursor. */
  label: string;
  kind: 'name' | 'field' | 'function' | 'value' | 'tool';
  /** What it is, in words; for a function its signature. */
  detail: string;
};
export type Completions = {
  /** Where the word begins that is being written. */
  from: number;
  options: Completion[];
};

const maxOptions = 60;
const kinds: Record<Shape['kind'], string> = {
  text: 'a text',
  whole: 'a whole number',
  number: 'a number',
  flag: 'true or false',
  list: 'a list',
  record: 'a record',
  any: 'anything',
};

const functions: Record<string, string> = {
  has: 'whether there is such a field',
  size: 'how many, or how long',
  money: 'cents as money',
  cents: 'dollars as cents',
  day: 'a date as “November 21”',
  weekday: 'a date with its weekday',
  daysBetween: 'whole days from one date to another',
  hoursBetween: 'whole hours from one date to another',
  lower: 'a text in small letters',
  sameName: 'whether two names can be one person’s',
  joined: 'a list as “a, b, and c”',
  sum: 'the numbers of a list added up',
  count: 'how often a value is in a list',
  distinct: 'a list without its doubles',
  indexes: 'the places of a list: 0, 1, …',
  string: 'as a text',
  type: 'of what kind it is',
};
const macros: Record<string, string> = {
  all: 'all(x, condition): true for every one',
  exists: 'exists(x, condition): true for at least one',
  filter: 'filter(x, condition): those for which it is true',
  map: 'map(x, expression): something of each',
};
const textMethods = ['startsWith', 'endsWith', 'contains', 'matches', 'trim'];

/**
 * What may stand at the cursor of an expression: names of the scope, arguments of the tools, fields of facts, functions,
 * and after a comparison the values that are known. Works on text that does not parse yet, because that is what is being
 * written; knows the names macros bring. `offset` counts characters from 0. Touches nothing.
 */
export function completeExpression(
  text: string,
  offset: number,
  scope: Record<string, Shape>,
  tools: KnownTools = new Map(),
): Completions {
  const before = text.slice(0, offset);
  const inText = unfinishedText(before);
  if (inText !== null) {
    const from = offset - inText.length;
    const head = before.slice(0, from - 1);
    return { from, options: starting(inText, valuesAfter(head, scope, tools)) };
  }
  const word = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
  const from = offset - word.length;
  const head = before.slice(0, from);
  if (/\d\.?$/.test(head) && word === '' && !/[A-Za-z_)\]]\w*\.$/.test(head)) return { from, options: [] };
  const after = /([A-Za-z_][\w.[\]"'-]*)\.$/.exec(head);
  if (after)
    return {
      from,
      options: starting(word, membersOf(shapeAt(after[1]!, before, scope), after[1] === 'ledger' && 'ledger' in scope)),
    };
  if (head.endsWith('.')) return { from, options: starting(word, methodsOf(any)) };
  const values = valuesAfter(head, scope, tools).map((one) => ({ ...one, label: JSON.stringify(one.label) }));
  const own = Object.entries(namesOfMacros(before, scope)).map(([name, shape]) => option(name, 'name', shape));
  const names = Object.entries(scope).map(([name, shape]) => option(name, 'name', shape));
  return { from, options: starting(word, [...values, ...own, ...names, ...callable()]) };
}

const option = (label: string, kind: Completion['kind'], shape: Shape): Completion => ({
  label,
  kind,
  detail: shape.title ?? kinds[shape.kind],
});

const starting = (word: string, options: Completion[]): Completion[] => {
  const sought = word.toLowerCase();
  return options.filter(({ label }) => label.toLowerCase().startsWith(sought)).slice(0, maxOptions);
};

/** Only what people have use for: CEL has conversions of bytes and the like beside these. */
const callable = (): Completion[] => {
  const there = new Set(functionsOf().map(({ name, receiverType }) => (receiverType ? '' : name)));
  return Object.entries(functions).flatMap(([name, detail]): Completion[] =>
    there.has(name) ? [{ label: name, kind: 'function', detail }] : [],
  );
};

function membersOf(shape: Shape, ledger: boolean): Completion[] {
  const fields = Object.entries(shape.fields ?? {}).map(([name, inner]) => option(name, 'field', inner));
  if (!ledger) return [...fields, ...methodsOf(shape)];
  return [
    ...fields,
    { label: 'used', kind: 'function', detail: 'used("tool"): how often it was used in 24 hours' },
    { label: 'spentCents', kind: 'function', detail: 'spentCents("tool"): for how many cents in 24 hours' },
  ];
}

function methodsOf(shape: Shape): Completion[] {
  const listed = Object.entries(macros).map(([label, detail]): Completion => ({ label, kind: 'function', detail }));
  const texts = textMethods.map((label): Completion => ({ label, kind: 'function', detail: 'of a text' }));
  const size: Completion = { label: 'size', kind: 'function', detail: functions.size! };
  if (shape.kind === 'list') return [...listed, size];
  if (shape.kind === 'text') return [...texts, size];
  return shape.kind === 'any' ? [...listed, ...texts, size] : [];
}

/** The shape at the end of a way such as `facts.shop.lines[0].name`; `any` where it cannot be followed. */
function shapeAt(way: string, before: string, scope: Record<string, Shape>): Shape {
  const [root = '', ...steps] = way.replace(/\[\s*["']([^"']*)["']\s*\]/g, '.$1').split(/\.|(?=\[)/);
  const start = namesOfMacros(before, scope)[root] ?? (Object.hasOwn(scope, root) ? scope[root]! : any);
  return steps.reduce<Shape>((shape, step) => {
    if (step.startsWith('[')) return shape.kind === 'list' ? (shape.of ?? any) : any;
    return fieldOf(shape, step) ?? record({});
  }, start);
}

/** Names that macros around the cursor bring, with what they stand for. */
function namesOfMacros(before: string, scope: Record<string, Shape>): Record<string, Shape> {
  const found: Record<string, Shape> = {};
  for (const match of before.matchAll(
    /([A-Za-z_][\w.]*)\.(?:all|exists|exists_one|filter|map)\(\s*([A-Za-z_]\w*)\s*,/g,
  )) {
    if (!isOpen(before.slice(match.index + match[0].length))) continue;
    const [, way, name] = match;
    const [root = '', ...steps] = way!.split('.');
    const start = found[root] ?? (Object.hasOwn(scope, root) ? scope[root]! : any);
    const list = steps.reduce<Shape>((shape, step) => fieldOf(shape, step) ?? any, start);
    found[name!] = list.kind === 'list' ? (list.of ?? any) : any;
  }
  return found;
}

/** Whether the bracket before this text is still open at its end. */
function isOpen(text: string): boolean {
  let depth = 1;
  for (const letter of text.replace(/"[^"]*"|'[^']*'/g, '')) {
    if (letter === '(') depth++;
    if (letter === ')' && --depth === 0) return false;
  }
  return true;
}

/** The text that is being written at the end, without its quote; null when none is. */
function unfinishedText(before: string): string | null {
  let quote: string | null = null;
  let from = 0;
  for (let at = 0; at < before.length; at++) {
    const letter = before[at]!;
    if (letter === '\\' && quote) at++;
    else if (quote === null && (letter === '"' || letter === "'")) [quote, from] = [letter, at + 1];
    else if (letter === quote) quote = null;
  }
  return quote === null ? null : before.slice(from);
}

/** The values that a comparison or a call before the cursor leaves open. */
function valuesAfter(head: string, scope: Record<string, Shape>, tools: KnownTools): Completion[] {
  if (/\bledger\.(?:used|spentCents)\(\s*$/.test(head) || /\bledger\.tools\[\s*$/.test(head))
    return [...tools].flatMap(([label, tool]): Completion[] =>
      tool.write ? [{ label, kind: 'tool', detail: 'a tool that changes something' }] : [],
    );
  const compared = /([A-Za-z_][\w.]*)\s*(?:==|!=|in\s*\[(?:\s*(?:"[^"]*"|'[^']*')\s*,)*)\s*$/.exec(head);
  const shape = compared ? shapeAt(compared[1]!, head, scope) : any;
  return (shape.among ?? []).map((label) => ({ label, kind: 'value', detail: shape.title ?? 'one of its values' }));
}
