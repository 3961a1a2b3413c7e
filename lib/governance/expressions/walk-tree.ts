import type { ASTNode } from '@marcbachmann/cel-js';

/** Macros bind a name: it is their own, not one of the scope's. */
const binds = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** The name a macro binds, and the parts that may speak of it; null for what is not a macro. */
export function boundBy(node: ASTNode): { name: string; over: ASTNode; inside: ASTNode[] } | null {
  if (node.op !== 'rcall') return null;
  const [method, receiver, args] = node.args;
  const [first, ...rest] = args;
  if (first?.op !== 'id') return null;
  if (binds.has(method) && rest.length > 0) return { name: first.args, over: receiver, inside: rest };
  if (method === 'bind' && receiver.op === 'id' && receiver.args === 'cel' && rest.length === 2)
    return { name: first.args, over: rest[0]!, inside: [rest[1]!] };
  return null;
}

/** The parts of a node, in the order they are written. */
export function partsOf(node: ASTNode): ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'list':
      return node.args;
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return [...node.args];
  }
}

export const textOf = (node: ASTNode): string => node.input.slice(node.start, node.end);

/** `facts.shop.order` as its names; null for what is not a plain way through names. */
export function pathOf(node: ASTNode): string[] | null {
  if (node.op === 'id') return [node.args];
  if (node.op === '.') {
    const above = pathOf(node.args[0]);
    return above && [...above, node.args[1]];
  }
  if (node.op === '[]' && node.args[1].op === 'value' && typeof node.args[1].args === 'string') {
    const above = pathOf(node.args[0]);
    return above && [...above, node.args[1].args];
  }
  return null;
}

/**
 * What an expression reads of its scope, each once: the longest ways through names that start at one of the scope's, and
 * calls on the ledger. Names that a macro binds are not among them.
 */
export function readsOf(root: ASTNode): ASTNode[] {
  const found = new Map<string, ASTNode>();
  const visit = (node: ASTNode, own: ReadonlySet<string>): void => {
    const path = pathOf(node);
    if (path) {
      if (!own.has(path[0]!)) found.set(textOf(node), node);
      return;
    }
    if (node.op === 'rcall' && node.args[1].op === 'id' && node.args[1].args === 'ledger') {
      found.set(textOf(node), node);
      return;
    }
    const bound = boundBy(node);
    if (bound) {
      visit(bound.over, own);
      const inner = new Set([...own, bound.name]);
      for (const part of bound.inside) visit(part, inner);
      return;
    }
    for (const part of partsOf(node)) visit(part, own);
  };
  visit(root, new Set());
  return [...found.values()];
}
