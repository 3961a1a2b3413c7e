import { type ASTNode, Environment } from '@marcbachmann/cel-js';

/** A name an expression reads and the fields it takes of it: `shop.order.status` is `shop` with `order`, `status`. */
export type ReadName = {
  name: string;
  fields: string[];
  /** Characters from the start of the expression. */
  at: number;
  /** It only asks whether it is there: `has(slots.order)`. */
  asked: boolean;
};
export type NamesRead = { names: ReadName[]; functions: { name: string; at: number }[] };

const environment = new Environment({ unlistedVariablesAreDyn: true, limits: { maxAstNodes: 2_000, maxDepth: 60 } });

/** Calls that give the element they go through a name of its own. */
const binding = new Set(['map', 'filter', 'all', 'exists', 'exists_one', 'bind']);

/** What an expression reads from outside and what it calls. Throws as parsing does. */
export function namesInExpression(expression: string): NamesRead {
  const found: NamesRead = { names: [], functions: [] };
  read(environment.parse(expression).ast, new Set(), false, found);
  return found;
}

/** Where parsing stopped, characters from the start, and why. Null when it parses. */
export function findSyntaxError(expression: string): { at: number; says: string } | null {
  try {
    environment.parse(expression);
    return null;
  } catch (error) {
    const at = (error as { range?: { start: number } }).range?.start ?? 0;
    return { at, says: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

type Part = ASTNode | Part[] | string | number | boolean | bigint | null | undefined;

const isNode = (part: Part): part is ASTNode =>
  typeof part === 'object' && part !== null && !Array.isArray(part) && 'op' in part;

function read(part: Part, bound: ReadonlySet<string>, asked: boolean, found: NamesRead): void {
  if (Array.isArray(part)) {
    for (const inner of part) read(inner, bound, asked, found);
    return;
  }
  if (!isNode(part)) return;
  const path = pathOf(part);
  if (path) {
    if (!bound.has(path.name)) found.names.push({ ...path, at: part.start, asked });
    return;
  }
  const args = part.args as Part;
  switch (part.op) {
    case 'call': {
      const [name, given] = args as [string, Part[]];
      if (name !== 'has') found.functions.push({ name, at: part.start });
      read(given, bound, asked || name === 'has', found);
      return;
    }
    case 'rcall': {
      const [name, receiver, given] = args as [string, Part, Part[]];
      const first = given[0];
      if (binding.has(name) && isNode(first) && first.op === 'id') {
        read(receiver, bound, asked, found);
        read(given.slice(1), new Set([...bound, String(first.args)]), asked, found);
        return;
      }
      found.functions.push({ name, at: part.pos });
      read([receiver, given], bound, asked, found);
      return;
    }
    case 'value':
      return;
    default:
      read(args, bound, asked, found);
  }
}

/** `a.b.c` as its root and fields; null for anything else. */
function pathOf(node: ASTNode): { name: string; fields: string[] } | null {
  if (node.op === 'id') return { name: String(node.args), fields: [] };
  if (node.op !== '.' && node.op !== '.?') return null;
  const [over, field] = node.args as unknown as [ASTNode, string];
  const inner = pathOf(over);
  return inner && { name: inner.name, fields: [...inner.fields, field] };
}
