import type { PersonActor } from '../auth/permissions';
import { checkExpression } from '../governance/evaluate-expression';
import { Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Tool } from '../platform/records';
import { arrangeTools } from './arrange-tools';
import { placeOf } from './plan-request';
import type { HttpToolInput, ToolSettingsInput } from './registry.schema';
import { asAccepted, described, hashOf } from './take-in-tools';
import { type HttpTool, reservedHeaders, type ToolDescription } from './tool.schema';

/** What the registry says of a tool. Throws `not_found`, and `invalid` with where something is wrong. */
export async function saveTool(person: PersonActor, { id, ...settings }: ToolSettingsInput): Promise<{ id: string }> {
  return arrangeTools(person, 'tool.change', async (tx) => {
    const before = await tx.tool.findUnique({ where: { id } });
    if (!before) throw new AppError('not_found', 'There is no such tool.');
    if (before.state === 'new' && settings.enabled) throw new AppError('conflict', 'It was not accepted yet.');
    checkSettings(before, settings);
    const { settledBy, compensatedBy, ...rest } = settings;
    const after = await tx.tool.update({
      where: { id },
      data: { ...rest, settledBy: settledBy ?? Prisma.DbNull, compensatedBy: compensatedBy ?? Prisma.DbNull },
    });
    return { connectorId: before.connectorId, subject: { kind: 'tool', id }, before: tell(before), after: tell(after) };
  });
}

function checkSettings({ inputSchema }: Tool, settings: Omit<ToolSettingsInput, 'id'>): void {
  const names = Object.keys(((inputSchema as { properties?: object }).properties ?? {}) as Record<string, unknown>);
  for (const what of ['subjectArgument', 'keyArgument'] as const) {
    const name = settings[what];
    if (name !== null && !names.includes(name)) throw new AppError('invalid', `${what}: it has no argument ${name}.`);
  }
  if (settings.subjectArgument !== null && settings.subjectArgument === settings.keyArgument)
    throw new AppError('invalid', 'keyArgument: the argument that says whose data carries no key.');
  const { settledBy, compensatedBy } = settings;
  const said = [
    ...Object.entries(settledBy?.args ?? {}).map(([name, text]) => [`settledBy.args.${name}`, text]),
    ...(settledBy
      ? [
          ['settledBy.found', settledBy.found],
          ['settledBy.result', settledBy.result],
        ]
      : []),
    ...Object.entries(compensatedBy?.args ?? {}).map(([name, text]) => [`compensatedBy.args.${name}`, text]),
  ] as [string, string][];
  checkExpressions(said);
}

function checkExpressions(expressions: readonly (readonly [where: string, text: string])[]): void {
  for (const [where, text] of expressions) {
    const wrong = checkExpression(text);
    if (wrong) throw new AppError('invalid', `${where}: ${wrong}`);
  }
}

/** A tool of an HTTP API as a person describes it: accepted with that, and off until somebody turns it on. */
export async function saveHttpTool(person: PersonActor, { id, connectorId, ...input }: HttpToolInput) {
  return arrangeTools(person, id ? 'tool.describe' : 'tool.add', async (tx) => {
    const connector = await tx.connector.findUnique({ where: { id: connectorId } });
    if (connector?.kind !== 'http') throw new AppError('not_found', 'There is no such HTTP API.');
    const before = id ? await tx.tool.findFirst({ where: { id, connectorId } }) : null;
    if (id && !before) throw new AppError('not_found', 'There is no such tool.');
    checkRequest(input.http, input.inputSchema);
    const { name, title, description: words, inputSchema, http, write } = input;
    const description: ToolDescription = {
      ...{ name, title, description: words, inputSchema, outputSchema: null },
      annotations: { readOnlyHint: !write },
    };
    const row = {
      ...described({ description, hash: hashOf(description) }),
      ...asAccepted,
      ...{ http: http as Prisma.InputJsonValue, write, acceptedAt: new Date(), acceptedBy: person.id },
    };
    const kept = before
      ? await tx.tool.update({ where: { id: before.id }, data: { ...row, ...stillThere(before, inputSchema) } })
      : await tx.tool.create({ data: { id: newId(), connectorId, risk: write ? 'high' : 'low', ...row } });
    return {
      connectorId,
      subject: { kind: 'tool', id: kept.id },
      ...(before && { before: { ...tell(before), http: before.http } }),
      after: { ...tell(kept), http },
    };
  });
}

/** Takes a tool away that a person has described. */
export async function removeTool(person: PersonActor, { id }: { id: string }): Promise<{ id: string }> {
  return arrangeTools(person, 'tool.remove', async (tx) => {
    const before = await tx.tool.findUnique({ where: { id }, include: { connector: true } });
    if (!before) throw new AppError('not_found', 'There is no such tool.');
    if (before.connector.kind === 'mcp' && before.state !== 'gone')
      throw new AppError('conflict', 'Its system offers it. Turn it off instead.');
    await tx.tool.delete({ where: { id } });
    return { connectorId: before.connectorId, subject: { kind: 'tool', id }, before: tell(before) };
  });
}

function checkRequest(http: HttpTool, schema: HttpToolInput['inputSchema']): void {
  const names = new Set(Object.keys(schema.properties));
  const needed = new Set(schema.required ?? []);
  for (const name of needed)
    if (!names.has(name)) throw new AppError('invalid', `inputSchema.required: there is no argument ${name}.`);
  for (const name of Object.keys(http.places))
    if (!names.has(name)) throw new AppError('invalid', `http.places: there is no argument ${name}.`);
  const parts = new Set<string>();
  for (const name of names) {
    const place = placeOf(http, name);
    if (place.in === 'path') parts.add(place.name);
    if (place.in === 'header' && reservedHeaders.has(place.name.toLowerCase()))
      throw new AppError('invalid', `http.places.${name}: this header is not for arguments.`);
  }
  for (const [, part] of http.path.matchAll(/\{([^{}]*)\}/g))
    if (!parts.has(part!)) throw new AppError('invalid', `http.path: nothing goes into {${part}}.`);
  for (const part of parts)
    if (!http.path.includes(`{${part}}`)) throw new AppError('invalid', `http.path: it has no place {${part}}.`);
  const said = (['result', 'missing', 'refused', 'code', 'message'] as const).flatMap((what) =>
    http[what] === undefined ? [] : [[`http.${what}`, http[what]] as const],
  );
  checkExpressions(said);
}

/** What the server sets must be an argument still. */
function stillThere({ subjectArgument, keyArgument }: Tool, { properties }: HttpToolInput['inputSchema']) {
  const lost = (name: string | null) => name !== null && !Object.hasOwn(properties, name);
  return {
    ...(lost(subjectArgument) && { subjectArgument: null, enabled: false }),
    ...(lost(keyArgument) && { keyArgument: null, enabled: false }),
  };
}

/** As the audit trail may have it. */
const tell = (row: Tool) => ({
  ...{ name: row.name, write: row.write, risk: row.risk, enabled: row.enabled },
  ...{ subjectArgument: row.subjectArgument, keyArgument: row.keyArgument },
  ...{ settledBy: row.settledBy, compensatedBy: row.compensatedBy },
  ...{ timeoutMs: row.timeoutMs, mostAtOnce: row.mostAtOnce, mostPerMinute: row.mostPerMinute },
});
