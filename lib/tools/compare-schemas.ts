import type { JsonObject, ToolDescription } from './tool.schema';

/** `fits`: a call as it was accepted still means what was accepted. `changes`: what is different, in words. */
export type Comparison = { fits: boolean; changes: string[] };

/** What only explains: it binds no value. */
const words = new Set(['title', 'description', 'examples', '$comment', '$schema', '$id', 'deprecated']);

/**
 * What is offered now beside what was accepted. Strict on purpose: an argument that went away or means something else may
 * turn a small refund into a whole one, so anything that is not certainly wider does not fit.
 */
export function compareDescriptions(accepted: ToolDescription, offered: ToolDescription): Comparison {
  const input = compareInput(accepted.inputSchema, offered.inputSchema);
  const changes = [...input.changes];
  if (accepted.title !== offered.title) changes.push(`Its title was “${accepted.title}”.`);
  if (accepted.description !== offered.description) changes.push('It describes itself in other words.');
  if (textOf(accepted.outputSchema) !== textOf(offered.outputSchema)) changes.push('Its answer has another form.');
  const hint = (one: ToolDescription) => one.annotations.readOnlyHint === true;
  const turned = hint(accepted) && !hint(offered);
  if (turned) changes.push('It said that it only reads, and does not say so any more.');
  else if (textOf(accepted.annotations) !== textOf(offered.annotations))
    changes.push('It says other things of itself.');
  return { fits: input.fits && !turned, changes };
}

function compareInput(accepted: JsonObject, offered: JsonObject): Comparison {
  const [had, has] = [propertiesOf(accepted), propertiesOf(offered)];
  const [needed, needs] = [requiredOf(accepted), requiredOf(offered)];
  const changes: string[] = [];
  let fits = true;
  const breaks = (says: string) => {
    changes.push(says);
    fits = false;
  };
  for (const [name, before] of Object.entries(had)) {
    const now = Object.hasOwn(has, name) ? has[name] : undefined;
    if (now === undefined) breaks(`The argument “${name}” is gone.`);
    else if (textOf(bare(before)) !== textOf(bare(now))) {
      if (isWider(before, now)) changes.push(`The argument “${name}” takes more values.`);
      else breaks(`The argument “${name}” takes other values: ${sayShape(before)} became ${sayShape(now)}.`);
    } else if (textOf(before) !== textOf(now)) changes.push(`The argument “${name}” is described in other words.`);
    if (now !== undefined && needs.has(name) && !needed.has(name))
      breaks(`The argument “${name}” has to be there now.`);
    if (now !== undefined && !needs.has(name) && needed.has(name))
      changes.push(`The argument “${name}” may be left out.`);
  }
  for (const name of Object.keys(has)) {
    if (Object.hasOwn(had, name)) continue;
    if (needs.has(name)) breaks(`A new argument “${name}” has to be there.`);
    else changes.push(`There is a new argument “${name}”; it may be left out.`);
  }
  if (textOf(frameOf(accepted)) !== textOf(frameOf(offered))) breaks('Its arguments are bound by other rules.');
  return { fits, changes };
}

const propertiesOf = (schema: JsonObject) => (schema.properties ?? {}) as Record<string, JsonObject>;
const requiredOf = (schema: JsonObject) => new Set((schema.required ?? []) as string[]);

/** What binds the arguments together. Whether more than the declared ones are taken is nothing to us: none are sent. */
function frameOf(schema: JsonObject): JsonObject {
  const apart = new Set(['properties', 'required', 'additionalProperties', ...words]);
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !apart.has(key)));
}

/** Only a longer list of choices is certainly wider. */
function isWider(before: JsonObject, now: JsonObject): boolean {
  if (!Array.isArray(before.enum) || !Array.isArray(now.enum)) return false;
  const [{ enum: had, ...rest }, { enum: has, ...others }] = [before, now];
  const choices = has as unknown[];
  return textOf(bare(rest)) === textOf(bare(others)) && (had as unknown[]).every((one) => choices.includes(one));
}

function sayShape(schema: JsonObject): string {
  const { type, enum: choices, format, minimum, maximum, pattern } = schema as Record<string, unknown>;
  if (Array.isArray(choices)) return `one of ${choices.slice(0, 6).map(String).join(', ')}`;
  const bounds = [
    minimum !== undefined && `from ${String(minimum)}`,
    maximum !== undefined && `to ${String(maximum)}`,
    pattern !== undefined && `like ${String(pattern)}`,
    format !== undefined && `(${String(format)})`,
  ].filter(Boolean);
  const kind = Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : 'any value';
  return [kind, ...bounds].join(' ').slice(0, 120);
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(words.has(key) && (typeof inner !== 'object' || Array.isArray(inner))))
      .map(([key, inner]) => [key, bare(inner)]),
  );
}

/** JSON with its keys in order: the same schema written twice is one text. */
export function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'null'
  );
}
