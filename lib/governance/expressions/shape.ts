/** What is known of a value before there is one. `any`: nothing. */
export type Shape = {
  kind: 'text' | 'whole' | 'number' | 'flag' | 'list' | 'record' | 'any';
  /** What it is called where it was declared. */
  title?: string;
  /** The texts it may be. */
  among?: string[];
  /** Of a record: the fields that are known. `open` when there may be others. */
  fields?: Record<string, Shape>;
  open?: boolean;
  /** Of a list: its elements. */
  of?: Shape;
};

export const any: Shape = { kind: 'any' };
const kinds: Record<string, Shape['kind']> = {
  string: 'text',
  integer: 'whole',
  number: 'number',
  boolean: 'flag',
  array: 'list',
  object: 'record',
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** From a JSON schema, as connectors describe their tools. What is more than a simple one is `any`. */
export function shapeOf(schema: unknown, depth = 0): Shape {
  if (!isRecord(schema) || depth > 8) return any;
  const { type, title, description, properties, items, additionalProperties } = schema;
  const about = [title, description].find((one) => typeof one === 'string' && one !== '');
  const named = typeof about === 'string' ? { title: about.slice(0, 200) } : {};
  const kind = typeof type === 'string' ? kinds[type] : undefined;
  if (kind === undefined) return { ...any, ...named };
  const among = Array.isArray(schema.enum) ? schema.enum.filter((one) => typeof one === 'string') : [];
  return {
    kind,
    ...named,
    ...(among.length > 0 ? { among } : {}),
    ...(kind === 'list' ? { of: shapeOf(items, depth + 1) } : {}),
    ...(kind === 'record' && isRecord(properties)
      ? {
          fields: Object.fromEntries(
            Object.entries(properties).map(([name, inner]) => [name, shapeOf(inner, depth + 1)]),
          ),
          open: additionalProperties !== false,
        }
      : {}),
  };
}

export const record = (fields: Record<string, Shape>, title?: string): Shape => ({
  kind: 'record',
  fields,
  ...(title ? { title } : {}),
});

/** The shape at the end of a name; null when a closed record has no such field. */
export function fieldOf(shape: Shape, name: string): Shape | null {
  if (shape.kind === 'any' || (shape.kind === 'record' && !shape.fields)) return any;
  if (shape.kind !== 'record') return null;
  return Object.hasOwn(shape.fields!, name) ? shape.fields![name]! : null;
}

/** As CEL declares it: a type, or a record of types. */
export type CelDeclaration = string | { [field: string]: CelDeclaration };

export function celOf(shape: Shape): CelDeclaration {
  switch (shape.kind) {
    case 'text':
      return 'string';
    case 'whole':
      return 'int';
    case 'flag':
      return 'bool';
    case 'list': {
      const inner = shape.of ? celOf(shape.of) : 'dyn';
      return typeof inner === 'string' && inner !== 'dyn' && !inner.startsWith('list') ? `list<${inner}>` : 'list';
    }
    case 'record': {
      const fields = Object.entries(shape.fields ?? {});
      const plain = fields.length > 0 && fields.every(([name]) => /^[A-Za-z_]\w*$/.test(name));
      return plain ? Object.fromEntries(fields.map(([name, inner]) => [name, celOf(inner)])) : 'map';
    }
    // A JSON number is an int when it is whole and a double when it is not: which, nobody knows before.
    case 'number':
    case 'any':
      return 'dyn';
  }
}
