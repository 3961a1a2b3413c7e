import { type ASTNode, serialize } from '@marcbachmann/cel-js';

type Constant = string | number | boolean | null;
type Comparison = '<' | '<=' | '>' | '>=';

/** One thing that is so or is not: a term against a constant, one of several, or something only it knows itself. */
type Atom =
  | { term: string; kind: 'compares'; operator: Comparison; value: number }
  | { term: string; kind: 'among'; values: Constant[]; not: boolean };

/**
 * A condition as far as it can be reasoned about: terms against constants under and, or and not. Everything else is a term
 * that is true or false. NaN is left out: it does not come over JSON.
 */
export type Formula =
  | { op: 'and' | 'or'; parts: Formula[] }
  | { op: 'atom'; atom: Atom }
  | { op: 'is'; value: boolean };

const flipped: Record<string, Comparison> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const negated: Record<Comparison, Comparison> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

export const and = (...parts: Formula[]): Formula => ({ op: 'and', parts });

/** The formula of a condition, or of its contrary. */
export function formulaOf(node: ASTNode, not = false): Formula {
  switch (node.op) {
    case 'value':
      if (typeof node.args === 'boolean') return { op: 'is', value: node.args !== not };
      break;
    case '!_':
      return formulaOf(node.args, !not);
    case '&&':
    case '||': {
      const op = (node.op === '&&') !== not ? 'and' : 'or';
      return { op, parts: node.args.map((part) => formulaOf(part, not)) };
    }
    case '?:': {
      const [when, then, otherwise] = node.args;
      const way = (condition: Formula, value: ASTNode) => and(condition, formulaOf(value, not));
      return { op: 'or', parts: [way(formulaOf(when), then), way(formulaOf(when, true), otherwise)] };
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compared(node.op, node.args, not) ?? itself(node, not);
    case '==':
    case '!=':
      return equal(node.args, (node.op === '!=') !== not) ?? itself(node, not);
    case 'in':
      return among(node.args, not) ?? itself(node, not);
  }
  return itself(node, not);
}

const itself = (node: ASTNode, not: boolean): Formula => ({
  op: 'atom',
  atom: { term: serialize(node), kind: 'among', values: [!not], not: false },
});

function compared(operator: Comparison, [left, right]: [ASTNode, ASTNode], not: boolean): Formula | null {
  const [value, other] = [constantOf(right), constantOf(left)];
  const turned = typeof other === 'number' && value === undefined;
  const number = turned ? other : value;
  if (typeof number !== 'number') return null;
  const stands = turned ? flipped[operator]! : operator;
  const term = serialize(turned ? right : left);
  return { op: 'atom', atom: { term, kind: 'compares', operator: not ? negated[stands] : stands, value: number } };
}

function equal([left, right]: [ASTNode, ASTNode], not: boolean): Formula | null {
  const [value, other] = [constantOf(right), constantOf(left)];
  if (value !== undefined) return { op: 'atom', atom: { term: serialize(left), kind: 'among', values: [value], not } };
  if (other !== undefined) return { op: 'atom', atom: { term: serialize(right), kind: 'among', values: [other], not } };
  return null;
}

function among([left, right]: [ASTNode, ASTNode], not: boolean): Formula | null {
  if (right.op !== 'list') return null;
  const values = right.args.map(constantOf);
  if (values.some((value) => value === undefined)) return null;
  return { op: 'atom', atom: { term: serialize(left), kind: 'among', values: values as Constant[], not } };
}

/** Undefined for what is no constant, or a number too large to be compared here. */
function constantOf(node: ASTNode): Constant | undefined {
  if (node.op === '-_') {
    const inner = constantOf(node.args);
    return typeof inner === 'number' ? -inner : undefined;
  }
  if (node.op !== 'value') return undefined;
  const value = node.args;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' || value === null)
    return value;
  return undefined;
}

/** More ways than this are not looked through: nothing is said then. */
const maxWays = 400;

/** The ways in which a formula can be true, each a list of atoms that do not contradict each other; null: too many. */
export function waysOf(formula: Formula): Atom[][] | null {
  switch (formula.op) {
    case 'is':
      return formula.value ? [[]] : [];
    case 'atom':
      return [[formula.atom]].filter(consistent);
    case 'or': {
      const ways: Atom[][] = [];
      for (const part of formula.parts) {
        const inner = waysOf(part);
        if (inner === null || ways.length + inner.length > maxWays) return null;
        ways.push(...inner);
      }
      return ways;
    }
    case 'and': {
      let ways: Atom[][] = [[]];
      for (const part of formula.parts) {
        const inner = waysOf(part);
        if (inner === null || ways.length * inner.length > maxWays * 8) return null;
        ways = ways.flatMap((one) => inner.map((other) => [...one, ...other])).filter(consistent);
        if (ways.length > maxWays) return null;
      }
      return ways;
    }
  }
}

export const termsOf = (atoms: Atom[]): Set<string> => new Set(atoms.map(({ term }) => term));

export function allTermsOf(formula: Formula): Set<string> {
  if (formula.op === 'is') return new Set();
  if (formula.op === 'atom') return new Set([formula.atom.term]);
  return new Set(formula.parts.flatMap((part) => [...allTermsOf(part)]));
}

/** Whether values can be thought of for which all of these are so, term by term. */
function consistent(atoms: Atom[]): boolean {
  const byTerm = new Map<string, Atom[]>();
  for (const atom of atoms) byTerm.set(atom.term, [...(byTerm.get(atom.term) ?? []), atom]);
  return [...byTerm.values()].every(possible);
}

function possible(atoms: Atom[]): boolean {
  const named = atoms.find((atom) => atom.kind === 'among' && !atom.not);
  if (named?.kind === 'among') return named.values.some((value) => atoms.every((atom) => agrees(atom, value)));

  let [low, high, lowOpen, highOpen] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, true, true];
  for (const atom of atoms) {
    if (atom.kind !== 'compares') continue;
    const open = atom.operator === '<' || atom.operator === '>';
    if (atom.operator.startsWith('>')) {
      if (atom.value > low || (atom.value === low && open)) [low, lowOpen] = [atom.value, open];
    } else if (atom.value < high || (atom.value === high && open)) [high, highOpen] = [atom.value, open];
  }
  if (low > high || (low === high && (lowOpen || highOpen))) return false;
  return low !== high || atoms.every((atom) => agrees(atom, low));
}

function agrees(atom: Atom, value: Constant): boolean {
  if (atom.kind === 'among') return atom.values.includes(value) !== atom.not;
  if (typeof value !== 'number') return false;
  switch (atom.operator) {
    case '<':
      return value < atom.value;
    case '<=':
      return value <= atom.value;
    case '>':
      return value > atom.value;
    case '>=':
      return value >= atom.value;
  }
}
