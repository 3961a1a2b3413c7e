import type { ASTNode } from '@marcbachmann/cel-js';
import { any, fieldOf, type Shape } from './shape';
import { boundBy, partsOf, pathOf } from './walk-tree';

export type NameFault = { at: number; says: string; certain: boolean };

/** Words of the language that stand where names do. */
const words = new Set(
  'string int uint double bool bytes list map null_type type dyn timestamp duration google cel optional'.split(' '),
);

type Names = ReadonlyMap<string, Shape>;

/** Names that nothing stands behind, with the nearest that there is. Macros bring their own. */
export function checkNames(root: ASTNode, scope: Record<string, Shape>): NameFault[] {
  const faults: NameFault[] = [];
  shapeAt(root, new Map(Object.entries(scope)), faults);
  return faults;
}

/** The shape of what a node comes to, as far as it is known; puts down what it meets on the way. */
function shapeAt(node: ASTNode, names: Names, faults: NameFault[]): Shape {
  const bound = boundBy(node);
  if (bound) return shapeOfMacro(node, bound, names, faults);
  switch (node.op) {
    case 'id':
      return shapeOfName(node.args, node.start, names, faults);
    case '.': {
      const [above, name] = node.args;
      return shapeOfField(above, shapeAt(above, names, faults), name, node.end - name.length, faults);
    }
    case '[]': {
      const [above, index] = node.args;
      const shape = shapeAt(above, names, faults);
      if (index.op === 'value' && typeof index.args === 'string' && shape.kind === 'record')
        return shapeOfField(above, shape, index.args, index.start, faults);
      shapeAt(index, names, faults);
      return shape.kind === 'list' ? (shape.of ?? any) : any;
    }
    default:
      for (const part of partsOf(node)) shapeAt(part, names, faults);
      return any;
  }
}

function shapeOfName(name: string, at: number, names: Names, faults: NameFault[]): Shape {
  const shape = names.get(name);
  if (shape) return shape;
  if (!words.has(name))
    faults.push({ at, says: `Nothing is called “${name}”.${nearest(name, [...names.keys()])}`, certain: true });
  return any;
}

function shapeOfField(above: ASTNode, shape: Shape, name: string, at: number, faults: NameFault[]): Shape {
  const found = fieldOf(shape, name);
  if (found) return found;
  const whose = pathOf(above)?.join('.') ?? 'it';
  const says = shape.fields
    ? `${whose} has no “${name}”.${nearest(name, Object.keys(shape.fields))}`
    : `${whose} has nothing inside that could be called “${name}”.`;
  faults.push({ at, says, certain: !shape.open });
  return any;
}

type Bound = NonNullable<ReturnType<typeof boundBy>>;

function shapeOfMacro(node: ASTNode, { name, over, inside }: Bound, names: Names, faults: NameFault[]): Shape {
  const list = shapeAt(over, names, faults);
  const own = new Map(names).set(name, elementOf(node, list));
  const shapes = inside.map((part) => shapeAt(part, own, faults));
  const macro = node.op === 'rcall' ? node.args[0] : '';
  if (macro === 'filter') return list;
  return macro === 'map' ? { kind: 'list', of: shapes.at(-1)! } : any;
}

/** What a macro's name stands for. Over a record it is the name of a field; `cel.bind` names the value itself. */
function elementOf(node: ASTNode, over: Shape): Shape {
  if (node.op === 'rcall' && node.args[0] === 'bind') return over;
  if (over.kind === 'list') return over.of ?? any;
  return over.kind === 'record' ? { kind: 'text' } : any;
}

function nearest(name: string, there: string[]): string {
  const [best] = there
    .map((one) => ({ one, apart: distance(one.toLowerCase(), name.toLowerCase()) }))
    .filter(({ one, apart }) => apart <= Math.max(1, Math.floor(Math.min(one.length, name.length) / 3)))
    .sort((a, b) => a.apart - b.apart);
  if (best) return ` Did you mean “${best.one}”?`;
  if (there.length === 0 || there.length > 8) return '';
  return ` There ${there.length === 1 ? 'is' : 'are'} ${new Intl.ListFormat('en').format(there)}.`;
}

/** How many letters must change (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
    row = next;
  }
  return row[other.length]!;
}
