/**
 * A result in the shape of a real one with none of its values: what was asked for stands where it has the same name, the
 * rest are examples. Nobody learns another customer's data from it.
 */
export function makeUpResult(shape: unknown, args: Record<string, unknown>, now: string): Record<string, unknown> {
  const made = makeUp(shape, '', args, now);
  return typeof made === 'object' && made !== null && !Array.isArray(made) ? (made as Record<string, unknown>) : {};
}

function makeUp(shape: unknown, name: string, args: Record<string, unknown>, now: string): unknown {
  if (Object.hasOwn(args, name) && typeof args[name] === typeof shape) return args[name];
  if (Array.isArray(shape)) return shape.slice(0, 1).map((one) => makeUp(one, name, args, now));
  if (shape && typeof shape === 'object')
    return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, makeUp(inner, key, args, now)]));
  if (typeof shape === 'number') return 1;
  if (typeof shape === 'string') return /^\d{4}-\d\d-\d\d/.test(shape) ? now : `example ${name}`.trim();
  return shape ?? null;
}

type Schema = {
  type?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  format?: string;
};

/** The same out of a JSON schema, for a tool that was never used: what `makeUpResult` takes as a shape. */
export function shapeOfSchema(schema: unknown, depth = 0): unknown {
  const { type, properties, items, enum: values, format } = (schema ?? {}) as Schema;
  if (depth > 8) return null;
  if (values?.length) return values[0];
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, shapeOfSchema(inner, depth + 1)]));
  const one = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  switch (one) {
    case 'array':
      return items ? [shapeOfSchema(items, depth + 1)] : [];
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'string':
      return format === 'date-time' || format === 'date' ? '2000-01-01' : 'example';
    default:
      return one === 'object' ? {} : null;
  }
}
