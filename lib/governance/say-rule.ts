import type { ASTNode } from '@marcbachmann/cel-js';
import { nameTool } from '../format/name-tool';
import { treeOf } from './evaluate-expression';
import { sayField, sayFlag, sayPath, sayPresence, sayThat, wordsOf } from './expressions/say-terms';
import { arithmetic, calls, constant, isMoney, kinds, places, texts, verbs } from './expressions/say-words';
import { boundBy, partsOf, pathOf, textOf } from './expressions/walk-tree';
import type { Effect, Rule } from './policy.schema';

const begins: Record<Effect, string> = { allow: 'Allowed', deny: 'Denied', needs_approval: 'Asks' };
const asked = { agent: 'an agent', supervisor: 'a supervisor', admin: 'an admin' } as const;

/** A rule as a sentence: its title, or what it says. */
export function sayRule({
  title,
  when,
  effect,
  approvers,
  approvals = 1,
}: Pick<Rule, 'title' | 'when' | 'effect' | 'approvers' | 'approvals'>): string {
  if (title) return title;
  const who = asked[approvers ?? 'supervisor'];
  const whom =
    effect !== 'needs_approval'
      ? ''
      : approvals > 1
        ? ` two people who are ${who.replace(/^an? /, '')} or above`
        : ` ${who}`;
  const condition = when.trim();
  if (condition === 'true') return `${begins[effect]}${whom}, always.`;
  return `${begins[effect]}${whom} if ${sayCondition(condition)}.`;
}

/**
 * A condition in words, without a capital and a full stop: “the amount plus what was refunded of the order is more than
 * $500.00”. Never throws and is never empty; what does not parse is said as it stands.
 */
export function sayCondition(expression: string): string {
  try {
    return clause(treeOf(expression), false) || expression;
  } catch {
    return expression.trim() || 'nothing';
  }
}

type Pair = [ASTNode, ASTNode];
/** A node as a clause that is so, or is not. */
function clause(node: ASTNode, not: boolean): string {
  switch (node.op) {
    case 'value':
      return typeof node.args === 'boolean' ? (node.args === not ? 'never' : 'always') : isSo(node, not);
    case '!_':
      return clause(node.args, !not);
    case '&&':
    case '||':
      return joined(node, not);
    case '?:': {
      const [when, then, otherwise] = node.args;
      return `if ${clause(when, false)} then ${inner(then, not)}, otherwise ${inner(otherwise, not)}`;
    }
    case '>':
    case '>=':
    case '<':
    case '<=':
      return compared(node.op, node.args, not);
    case '==':
    case '!=':
      return equal(node.args, (node.op === '!=') !== not);
    case 'in':
      return among(node.args, not);
    case 'call':
      return calledClause(node, not);
    case 'rcall':
      return methodClause(node, not);
    default: {
      const path = pathOf(node);
      return path && path.length > 1 ? sayFlag(path, not) : isSo(node, not);
    }
  }
}

const isSo = (node: ASTNode, not: boolean) => sayThat(noun(node), `is ${not ? 'not ' : ''}so`);

/** “Not (a and b)” is said as “not a or not b”. What is joined the other way inside stands in brackets. */
function joined(node: ASTNode, not: boolean): string {
  const parts: ASTNode[] = [];
  const gather = (one: ASTNode): void => {
    if (one.op === node.op && (one.op === '&&' || one.op === '||')) one.args.forEach(gather);
    else parts.push(one);
  };
  gather(node);
  const word = (node.op === '&&') !== not ? 'and' : 'or';
  const said = parts.map((part) => inner(part, not));
  return said.length === 2 ? said.join(` ${word} `) : `${said.slice(0, -1).join(', ')} ${word} ${said.at(-1)}`;
}

function inner(node: ASTNode, not: boolean): string {
  const bare = node.op === '!_' ? node.args : node;
  const said = clause(node, not);
  const long = bare.op === '&&' || bare.op === '||' || bare.op === '?:' || boundBy(bare) !== null;
  return long ? `(${said})` : said;
}

function compared(operator: keyof typeof verbs, [left, right]: Pair, not: boolean): string {
  const cents = isMoney(left) || isMoney(right);
  const verb = verbs[operator][not ? 1 : 0];
  const between = calledBetween(left);
  if (between) return apart(between, `${verb.replace(/^is /, '')} ${noun(right)}`);
  const often = right.op === 'value' ? oftenOf(left) : null;
  if (often) return often(timesOf(verb.replace(/^is /, ''), right));
  return sayThat(noun(left, cents), `${verb} ${noun(right, cents)}`);
}

/** What is counted, to be said with how often: “this was done at least 3 times today”. */
function oftenOf(node: ASTNode): ((howOften: string) => string) | null {
  if (pathOf(node)?.join('.') === 'ledger.today') return (howOften) => `this was done ${howOften} today`;
  if (node.op === 'rcall' && node.args[0] === 'used' && node.args[2][0]) {
    const tool = toolName(node.args[2][0]);
    return (howOften) => `${tool} was used ${howOften} today`;
  }
  if (node.op !== 'call' || node.args[0] !== 'count') return null;
  const [list, value] = node.args[1];
  return list && value ? (howOften) => `${noun(value)} is ${howOften} in ${noun(list)}` : null;
}

function timesOf(verb: string, right: ASTNode): string {
  const count = right.op === 'value' ? Number(right.args) : Number.NaN;
  if (count === 0 && verb === 'more than') return 'at least once';
  return count === 1 ? `${verb} once` : `${verb} ${noun(right)} times`;
}

type Between = { unit: string; from: ASTNode; to: ASTNode };

function calledBetween(node: ASTNode): Between | null {
  if (node.op !== 'call') return null;
  const [name, [from, to]] = node.args;
  const unit = name === 'daysBetween' ? 'days' : name === 'hoursBetween' ? 'hours' : null;
  return unit && from && to ? { unit, from, to } : null;
}

const isNow = (node: ASTNode) => node.op === 'id' && node.args === 'now';

/** “The order was delivered more than 30 days ago” says a time better than a difference of times. */
function apart({ unit, from, to }: Between, howLong: string): string {
  const amount = howLong.endsWith(' 1') ? `${howLong} ${unit.slice(0, -1)}` : `${howLong} ${unit}`;
  if (isNow(to)) {
    const said = noun(from);
    return said.startsWith('when ') ? `${said.slice(5)} ${amount} ago` : `${said} was ${amount} ago`;
  }
  if (isNow(from)) return `${noun(to)} is ${amount} ahead`;
  return `from ${noun(from)} to ${noun(to)} it is ${amount}`;
}

function equal([left, right]: Pair, not: boolean): string {
  if (isConstant(left) && !isConstant(right)) return equal([right, left], not);
  const is = not ? 'is not' : 'is';
  const typed = left.op === 'call' && left.args[0] === 'type' ? left.args[1][0] : undefined;
  if (typed && right.op === 'id' && kinds[right.args]) return sayThat(noun(typed), `${is} ${kinds[right.args]}`);
  const cents = isMoney(left) || isMoney(right);
  return equalToConstant(left, right, not) ?? sayThat(noun(left, cents), `${is} ${noun(right, cents)}`);
}

/** What is better said than by naming the constant; null where it is not. */
function equalToConstant(left: ASTNode, right: ASTNode, not: boolean): string | null {
  if (right.op !== 'value') return null;
  const is = not ? 'is not' : 'is';
  if (typeof right.args === 'boolean') return clause(left, right.args === not);
  if (right.args === '') return sayThat(noun(left), `${is} empty`);
  if (right.args === null) return sayThat(noun(left), not ? 'is there' : 'is not there');
  const counted = right.args === 0n ? sizeOf(left) : null;
  if (counted) return sayThat(noun(counted), `${is} empty`);
  const exactly = not ? 'not exactly' : 'exactly';
  const between = calledBetween(left);
  if (between) return apart(between, `${exactly} ${noun(right)}`);
  return oftenOf(left)?.(timesOf(exactly, right)) ?? null;
}

const isConstant = (node: ASTNode) => node.op === 'value';

function sizeOf(node: ASTNode): ASTNode | null {
  if (node.op === 'call' && node.args[0] === 'size') return node.args[1][0] ?? null;
  return node.op === 'rcall' && node.args[0] === 'size' ? node.args[1] : null;
}

function among([left, right]: Pair, not: boolean): string {
  if (right.op !== 'list') return sayThat(noun(left), `is ${not ? 'not ' : ''}among ${noun(right)}`);
  const cents = isMoney(left);
  const values = right.args.map((value) => noun(value, cents));
  if (values.length === 0) return not ? 'always' : 'never';
  if (values.length === 1) return sayThat(noun(left), `is ${not ? 'not ' : ''}${values[0]}`);
  const list = `${values.slice(0, -1).join(', ')} ${not ? 'nor' : 'or'} ${values.at(-1)}`;
  return sayThat(noun(left), `is ${not ? 'neither ' : ''}${list}`);
}

function calledClause(node: ASTNode, not: boolean): string {
  if (node.op !== 'call') return isSo(node, not);
  const [name, [first]] = node.args;
  const path = first && pathOf(first);
  if (name === 'has' && first) return path ? sayPresence(path, not) : `${noun(first)} is ${not ? 'not ' : ''}there`;
  if (name === 'dyn' || name === 'bool') return first ? clause(first, not) : isSo(node, not);
  return isSo(node, not);
}

function methodClause(node: ASTNode, not: boolean): string {
  if (node.op !== 'rcall') return isSo(node, not);
  const bound = boundBy(node);
  const [method, receiver, args] = node.args;
  if (bound) {
    const each = `${wordsOf(bound.name)} of ${noun(bound.over)}`;
    const [condition] = bound.inside;
    switch (method) {
      case 'all':
        return not ? `for some ${each}, ${inner(condition!, true)}` : `for every ${each}, ${inner(condition!, false)}`;
      case 'exists':
        return not ? `for no ${each}, ${inner(condition!, false)}` : `for some ${each}, ${inner(condition!, false)}`;
      case 'exists_one':
        return `${not ? 'not ' : ''}for exactly one ${each}, ${inner(condition!, false)}`;
      case 'bind':
        return `with ${noun(bound.over)} as “${wordsOf(bound.name)}”, ${inner(condition!, not)}`;
    }
  }
  const verb = Object.hasOwn(texts, method) ? texts[method] : undefined;
  if (verb && args[0]) return `${noun(receiver)} ${verb[not ? 1 : 0]} ${noun(args[0])}`;
  return isSo(node, not);
}

/** A node as a noun. `cents`: a plain number in it is money. */
function noun(node: ASTNode, cents = false): string {
  const path = pathOf(node);
  if (path) return path.length === 1 && !isNow(node) ? nameOf(path[0]!) : sayPath(path);
  switch (node.op) {
    case 'value':
      return constant(node.args, cents);
    case '.':
    case '.?':
      return sayField(node.args[1], noun(node.args[0]));
    case '[]':
    case '[?]':
      return element(node.args);
    case '-_':
      return `minus ${noun(node.args, cents)}`;
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return calculated(node.op, node.args, cents);
    case '?:': {
      const [when, then, otherwise] = node.args;
      return `(${noun(then, cents)} if ${clause(when, false)}, otherwise ${noun(otherwise, cents)})`;
    }
    case 'list':
      return node.args.length === 0 ? 'nothing' : node.args.map((one) => noun(one, cents)).join(', ');
    case 'map':
      return 'a record';
    case 'call':
      return called(node.args[0], node.args[1], node);
    case 'rcall':
      return method(node, cents);
    default:
      return `whether ${clause(node, false)}`;
  }
}

/** A name that a macro brings: a letter is said as it is. */
const nameOf = (name: string) => (name.length === 1 ? name : `the ${wordsOf(name)}`);

function element([list, index]: Pair): string {
  const place = index.op === 'value' && typeof index.args === 'bigint' ? places[Number(index.args)] : undefined;
  if (place) return `the ${place} of ${noun(list)}`;
  return pathOf(list)?.join('.') === 'action.args' ? noun(index) : `the one at ${noun(index)} in ${noun(list)}`;
}

function calculated(operator: string, [left, right]: Pair, cents: boolean): string {
  // A time of day that makes a date whole says nothing to people.
  if (operator === '+' && right.op === 'value' && typeof right.args === 'string' && /^T\d\d:/.test(right.args))
    return noun(left);
  const scaled = operator === '*' || operator === '/' || operator === '%';
  const said = (part: ASTNode, money: boolean) =>
    partsOf(part).length > 1 && scaled && /^[+-]$/.test(part.op) ? `(${noun(part, money)})` : noun(part, money);
  const money = cents || isMoney(left) || isMoney(right);
  return `${said(left, money)} ${arithmetic[operator]} ${said(right, money && !scaled)}`;
}

function called(name: string, args: ASTNode[], node: ASTNode): string {
  const [first, second] = args;
  const between = calledBetween(node);
  if (between) return `the ${between.unit} from ${noun(between.from)} to ${noun(between.to)}`;
  if (name === 'count' && first && second) return `how often ${noun(second)} is in ${noun(first)}`;
  if (name === 'has') return `whether ${clause(node, false)}`;
  const say = Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (say && first) return say(noun(first, name === 'money'));
  return args.length === 0 ? wordsOf(name) : `${wordsOf(name)} of ${args.map((one) => noun(one)).join(' and ')}`;
}

function method(node: ASTNode, cents: boolean): string {
  if (node.op !== 'rcall') return textOf(node);
  const [name, receiver, args] = node.args;
  const bound = boundBy(node);
  if (bound) {
    const each = `each ${wordsOf(bound.name)} of ${noun(bound.over)}`;
    const [first, second] = bound.inside;
    if (name === 'map' && second) return `${noun(second, cents)} for ${each} for which ${clause(first!, false)}`;
    if (name === 'map') return `${noun(first!, cents)} for ${each}`;
    if (name === 'filter') return `${each} for which ${clause(first!, false)}`;
    if (name === 'bind') return `(${noun(first!, cents)}, with ${noun(bound.over)} as “${wordsOf(bound.name)}”)`;
    return `whether ${clause(node, false)}`;
  }
  if (name === 'used' && args[0]) return `how often ${toolName(args[0])} was used today`;
  if (name === 'spentCents' && args[0]) return `what ${toolName(args[0])} came to today`;
  if (name === 'size') return `the number of ${noun(receiver)}`;
  if (['trim', 'lowerAscii', 'upperAscii'].includes(name)) return noun(receiver);
  if (Object.hasOwn(texts, name)) return `whether ${clause(node, false)}`;
  const more = args.length > 0 ? ` with ${args.map((one) => noun(one)).join(' and ')}` : '';
  return `${wordsOf(name)} of ${noun(receiver)}${more}`;
}

const toolName = (node: ASTNode) =>
  node.op === 'value' && typeof node.args === 'string' ? `“${nameTool(node.args)}”` : noun(node);
