import type { JsonSchema } from './fit-schema';
import type { ModelCall } from './read-call';
import { RequestError } from './wire/error';

/**
 * Throws what OpenAI refuses although its shape is right, and what a more patient stand-in would let through until the
 * first day with the real one: names of tools, tool calls nobody answered, schemas too loose for strict output.
 */
export function refuseRequest(call: ModelCall): void {
  for (const [index, { name }] of call.tools.entries()) {
    if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name))
      throw new RequestError(
        400,
        `Invalid 'tools[${index}].name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.`,
        { param: `tools[${index}].name`, code: 'invalid_value' },
      );
  }
  const open = call.made.find(({ result }) => result === undefined);
  if (open)
    throw new RequestError(
      400,
      `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. No tool output found for ${open.id}.`,
      { param: 'messages' },
    );
  if (call.schema && isStrict(call.body)) refuseLoose(call.schema, []);
}

function isStrict(body: Record<string, unknown>): boolean {
  const { response_format: chat, text } = body as {
    response_format?: { json_schema?: { strict?: boolean } };
    text?: { format?: { strict?: boolean } };
  };
  return chat?.json_schema?.strict === true || text?.format?.strict === true;
}

function refuseLoose(schema: JsonSchema, path: string[]): void {
  const refuse = (why: string) => {
    const place = `In context=(${path.map((part) => `'${part}'`).join(', ')}), ${why}`;
    throw new RequestError(400, `Invalid schema for response_format: ${place}`, { param: 'response_format' });
  };
  if (schema.type === 'object') {
    if (schema.additionalProperties !== false)
      refuse("'additionalProperties' is required to be supplied and to be false.");
    const required = (schema.required as string[] | undefined) ?? [];
    const missing = Object.keys((schema.properties as object | undefined) ?? {}).find(
      (name) => !required.includes(name),
    );
    if (missing)
      refuse(
        `'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`,
      );
  }
  for (const [name, part] of [
    ...entries(schema.properties, 'properties'),
    ...entries(schema.$defs, '$defs'),
    ...entries(schema.definitions, 'definitions'),
    ...entries(schema.anyOf, 'anyOf'),
    ...entries(schema.items && { items: schema.items }, ''),
  ])
    refuseLoose(part, [...path, ...name]);
}

function entries(parts: unknown, name: string): [string[], JsonSchema][] {
  return Object.entries((parts ?? {}) as Record<string, JsonSchema>).map(([key, part]) => [
    [name, key].filter((each) => each !== ''),
    part,
  ]);
}
