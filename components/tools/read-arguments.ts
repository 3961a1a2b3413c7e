/** What was typed into the form of a tool, as its schema wants it. */
export type Typed = Record<string, string>;
export type ReadArguments = { args: Record<string, unknown>; wrong: Record<string, string> };

type Property = Record<string, unknown>;

/** Empty fields are left out; what cannot be what the schema says is wrong, with why. `skip` are set by the server. */
export function readArguments(
  schema: Record<string, unknown>,
  typed: Typed,
  skip: readonly (string | null)[],
): ReadArguments {
  const required = new Set(Array.isArray(schema.required) ? (schema.required as string[]) : []);
  const [args, wrong]: [Record<string, unknown>, Record<string, string>] = [{}, {}];
  for (const [name, property] of Object.entries((schema.properties ?? {}) as Record<string, Property>)) {
    if (skip.includes(name)) continue;
    const text = (typed[name] ?? '').trim();
    if (text === '') {
      if (required.has(name)) wrong[name] = 'This has to be there.';
      continue;
    }
    const value = readValue(property, text);
    if (value === undefined) wrong[name] = `This is no ${String(property.type ?? 'value')}.`;
    else args[name] = value;
  }
  return { args, wrong };
}

function readValue({ type, enum: choices }: Property, text: string): unknown {
  const known = Array.isArray(choices) ? choices.find((one) => String(one) === text) : undefined;
  if (known !== undefined) return known;
  switch (Array.isArray(type) ? type[0] : type) {
    case 'integer':
      return /^-?\d+$/.test(text) ? Number(text) : undefined;
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'array':
    case 'object':
      return readJson(text, type as string);
    case undefined:
      return readJson(text, 'any') ?? text;
    default:
      return text;
  }
}

function readJson(text: string, type: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    const is = Array.isArray(value) ? 'array' : value !== null && typeof value === 'object' ? 'object' : 'any';
    return type === 'any' || is === type ? value : undefined;
  } catch {
    return undefined;
  }
}
