/** An argument as a person reads it: its name, what it may be, and whether it has to be there. */
export type SchemaField = {
  name: string;
  type: string;
  required: boolean;
  says: string;
  bounds: string;
  choices: string[];
};

type Property = Record<string, unknown>;

/** The arguments in a JSON schema, in the order it names them. What it says that nobody would read is left out. */
export function readFields(schema: Record<string, unknown>): SchemaField[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries((schema.properties ?? {}) as Record<string, Property>).map(([name, property]) => ({
    name,
    type: typeOf(property),
    required: required.has(name),
    says: typeof property.description === 'string' ? property.description : '',
    bounds: boundsOf(property),
    choices: Array.isArray(property.enum) ? property.enum.map(String) : [],
  }));
}

function typeOf(property: Property): string {
  const { type, items, anyOf, oneOf } = property;
  if (type === 'array') return `list of ${typeOf((items ?? {}) as Property)}`;
  if (typeof type === 'string') return type === 'integer' ? 'whole number' : type === 'string' ? 'text' : type;
  if (Array.isArray(type)) return type.map((one) => typeOf({ type: one })).join(' or ');
  const either = (anyOf ?? oneOf) as Property[] | undefined;
  if (Array.isArray(either)) return either.map(typeOf).join(' or ');
  return Array.isArray(property.enum) ? 'one of a few' : 'anything';
}

function boundsOf({
  minimum,
  maximum,
  exclusiveMinimum,
  minLength,
  maxLength,
  format,
  pattern,
  default: usual,
}: Property): string {
  const parts = [
    minimum !== undefined && `from ${String(minimum)}`,
    exclusiveMinimum !== undefined && `over ${String(exclusiveMinimum)}`,
    // What every library writes where nothing bounds it.
    maximum !== undefined && Number(maximum) < Number.MAX_SAFE_INTEGER && `to ${Number(maximum).toLocaleString('en')}`,
    minLength !== undefined && Number(minLength) > 1 && `at least ${String(minLength)} characters`,
    maxLength !== undefined && `at most ${String(maxLength)} characters`,
    typeof format === 'string' && format,
    typeof pattern === 'string' && pattern.length <= 40 && !format && `like ${pattern}`,
    usual !== undefined && `usually ${JSON.stringify(usual)}`,
  ];
  return parts.filter(Boolean).join(', ');
}
