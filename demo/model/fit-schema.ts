export type JsonSchema = Record<string, unknown>;

/** Several ways to say one thing: the first that the schema takes is used. */
class Either {
  constructor(readonly options: unknown[]) {}
}
export const either = (...options: unknown[]) => new Either(options);

/** A value the schema takes that says as much of `hint` as it can; without a schema, the hint itself. */
export function fitTo(schema: JsonSchema | undefined, hint?: unknown, root: JsonSchema | undefined = schema): unknown {
  if (!schema || !root) return first(hint);
  const at = resolve(schema, root);
  const options = hint instanceof Either ? hint.options : [hint];
  if ('const' in at) return at.const;
  if (Array.isArray(at.enum)) return options.find((option) => (at.enum as unknown[]).includes(option)) ?? at.enum[0];
  const branches = branchesOf(at).map((branch) => resolve(branch, root));
  if (branches.length > 0) {
    const suiting = branches.find((branch) => options.some((option) => typesOf(branch).includes(typeOf(option))));
    return fitTo(suiting ?? branches[0], hint, root);
  }
  const said = options.find((option) => typesOf(at).includes(typeOf(option)));
  switch (at.type) {
    case 'object':
      return fitObject(at, (said ?? {}) as Record<string, unknown>, root);
    case 'array': {
      const items = ((said ?? []) as unknown[]).slice(0, (at.maxItems as number | undefined) ?? 1_000);
      while (items.length < ((at.minItems as number | undefined) ?? 0)) items.push(undefined);
      return items.map((item) => fitTo(at.items as JsonSchema, item, root));
    }
    case 'number':
    case 'integer': {
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = at as Record<string, number>;
      const number = Math.min(maximum, Math.max(minimum, (said as number | undefined) ?? 0));
      return at.type === 'integer' ? Math.round(number) : number;
    }
    case 'boolean':
      return said ?? false;
    case 'null':
      return null;
    case 'string': {
      const { minLength = 0, maxLength = 1_000_000 } = at as Record<string, number>;
      return ((said as string | undefined) ?? '').padEnd(minLength, 'x').slice(0, maxLength);
    }
    default:
      return first(hint) ?? null;
  }
}

function fitObject(schema: JsonSchema, said: Record<string, unknown>, root: JsonSchema): Record<string, unknown> {
  const required = (schema.required as string[] | undefined) ?? [];
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  return Object.fromEntries(
    properties
      .filter(([name]) => required.includes(name) || Object.hasOwn(said, name))
      .map(([name, part]) => [name, fitTo(part, Object.hasOwn(said, name) ? said[name] : undefined, root)]),
  );
}

/** A value the schema does not take, as far as it takes no just anything. */
export function misfit(schema: JsonSchema | undefined): unknown {
  const properties = Object.entries((schema?.properties ?? {}) as Record<string, JsonSchema>);
  if (properties.length === 0) return { answer: 42 };
  return Object.fromEntries(properties.map(([name, { type }]) => [name, type === 'string' ? 42 : 'forty-two']));
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (typeof schema.$ref !== 'string') return schema;
  const path = schema.$ref.split('/').slice(1);
  const found = path.reduce<unknown>((part, key) => (part as JsonSchema | undefined)?.[key], root) as
    | JsonSchema
    | undefined;
  return found ? resolve(found, root) : {};
}

function branchesOf(schema: JsonSchema): JsonSchema[] {
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }));
  return ((schema.anyOf ?? schema.oneOf ?? []) as JsonSchema[]).slice();
}

function typesOf(schema: JsonSchema): string[] {
  const sample = Array.isArray(schema.enum) ? schema.enum.map(typeOf) : 'const' in schema ? [typeOf(schema.const)] : [];
  const types = [schema.type, ...sample].flat().filter((type) => typeof type === 'string');
  return types.includes('integer') ? [...types, 'number'] : types;
}

function typeOf(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function first(hint: unknown): unknown {
  if (hint instanceof Either) return hint.options[0];
  if (Array.isArray(hint)) return hint.map(first);
  if (hint === null || typeof hint !== 'object') return hint;
  return Object.fromEntries(Object.entries(hint).map(([name, value]) => [name, first(value)]));
}
