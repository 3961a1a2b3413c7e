import type { ModelCall } from './read-call';
import { RequestError } from './wire/error';

/**
 * Throws what OpenAI refuses although its shape is right, and what a more patient stand-in would let through until the
 * first day with the real one: names of tools with dots, and schemas too loose for strict output.
 */
export function refuseRequest({ tools, schema, body }: ModelCall): void {
  const wrong = tools.find(({ name }) => !/^[\w-]{1,64}$/.test(name));
  if (wrong) throw new RequestError(400, `Invalid tool name '${wrong.name}': it does not match '^[a-zA-Z0-9_-]+$'.`);
  const { response_format: chat, text } = body as {
    response_format?: { json_schema?: { strict?: boolean } };
    text?: { format?: { strict?: boolean } };
  };
  if (chat?.json_schema?.strict || text?.format?.strict) refuseLoose(schema);
}

/** Every object of it, wherever it stands. */
function refuseLoose(schema: unknown): void {
  if (schema === null || typeof schema !== 'object') return;
  const { type, additionalProperties, properties = {}, required = [] } = schema as Record<string, object>;
  const missing = Object.keys(properties).find((name) => !(required as string[]).includes(name));
  if ((type as unknown) === 'object' && ((additionalProperties as unknown) !== false || missing))
    throw new RequestError(400, `Invalid schema: ${missing ? `Missing '${missing}'` : 'additionalProperties'}.`);
  for (const part of Object.values(schema)) refuseLoose(part);
}
