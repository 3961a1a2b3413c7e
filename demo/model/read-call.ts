import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Behaviour } from './behaviour';
import type { JsonSchema } from './fit-schema';
import type { Reply } from './reply';
import { RequestError } from './wire/error';

export interface OfferedTool {
  name: string;
  description: string;
  parameters: JsonSchema;
}

/** A tool call the conversation already holds; `result` is missing while nobody has answered it. */
export interface MadeCall {
  id: string;
  name: string;
  args: string;
  result?: string;
}

/** One request, as it came and as it is understood, whichever of the two wire formats it came in. */
export interface ModelCall {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  at: Date;
  /** The header `x-baton-step`, empty where there is none. */
  step: string;
  model: string;
  streaming: boolean;
  messages: { role: string; text: string }[];
  tools: OfferedTool[];
  made: MadeCall[];
  schema?: JsonSchema;
  /** The most tokens that may be answered. */
  limit?: number;
  answered?: Answered;
}

export interface Answered {
  how: Behaviour['kind'] | 'refused' | 'models';
  /** None where the line was cut before any. */
  status?: number;
  reply?: Reply;
  /** Whether all of it could be sent; not so where the client went away or the line was cut on purpose. */
  whole: boolean;
  ms: number;
}

type Understood = Pick<ModelCall, 'model' | 'streaming' | 'messages' | 'tools' | 'made' | 'schema' | 'limit'>;

const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))])
  .nullish()
  .transform((content) =>
    typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('\n'),
  );
const jsonSchema = z.record(z.string(), z.unknown());
const limit = z.number().int().min(1).nullish();
const common = { model: z.string(), stream: z.boolean().nullish() };

const chatSchema = z.looseObject({
  ...common,
  messages: z
    .array(
      z.looseObject({
        role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
        content: contentSchema,
        tool_calls: z
          .array(z.looseObject({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }))
          .optional(),
        tool_call_id: z.string().optional(),
      }),
    )
    .min(1),
  tools: z
    .array(
      z.looseObject({
        type: z.literal('function'),
        function: z.looseObject({
          name: z.string(),
          description: z.string().optional(),
          parameters: jsonSchema.optional(),
        }),
      }),
    )
    .optional(),
  response_format: z.looseObject({ json_schema: z.looseObject({ schema: jsonSchema }).optional() }).nullish(),
  max_tokens: limit,
  max_completion_tokens: limit,
});

export function readChat(body: unknown): Understood {
  const asked = parse(chatSchema, body);
  const made: MadeCall[] = asked.messages.flatMap(({ tool_calls: calls = [] }) =>
    calls.map(({ id, function: { name, arguments: args } }) => ({ id, name, args })),
  );
  for (const message of asked.messages) {
    if (message.role === 'tool') settle(made, message.tool_call_id ?? '', message.content);
  }
  return {
    model: asked.model,
    streaming: asked.stream ?? false,
    messages: asked.messages.map(({ role, content }) => ({ role: sameRole(role), text: content })),
    tools: (asked.tools ?? []).map(({ function: tool }) => offered(tool)),
    made,
    schema: asked.response_format?.json_schema?.schema,
    limit: asked.max_completion_tokens ?? asked.max_tokens ?? undefined,
  };
}

const itemSchema = z.union([
  z.looseObject({ type: z.literal('function_call'), call_id: z.string(), name: z.string(), arguments: z.string() }),
  z.looseObject({ type: z.literal('function_call_output'), call_id: z.string(), output: contentSchema }),
  z.looseObject({ type: z.literal('item_reference'), id: z.string() }),
  z.looseObject({ type: z.literal('message').optional(), role: z.string(), content: contentSchema }),
]);
const responsesSchema = z.looseObject({
  ...common,
  input: z.union([z.string(), z.array(itemSchema).min(1)]),
  instructions: z.string().nullish(),
  tools: z
    .array(
      z.looseObject({
        type: z.literal('function'),
        name: z.string(),
        description: z.string().nullish(),
        parameters: jsonSchema.nullish(),
      }),
    )
    .optional(),
  text: z.looseObject({ format: z.looseObject({ schema: jsonSchema.optional() }).optional() }).nullish(),
  max_output_tokens: limit,
});

/** `kept` holds the items answered before, which a client names by their id instead of sending them again. */
export function readResponses(body: unknown, kept: ReadonlyMap<string, object>): Understood {
  const asked = parse(responsesSchema, body);
  const items = typeof asked.input === 'string' ? [{ role: 'user', content: asked.input }] : asked.input;
  const messages = asked.instructions ? [{ role: 'system', text: asked.instructions }] : [];
  const made: MadeCall[] = [];
  for (const sent of items) {
    const item = 'type' in sent && sent.type === 'item_reference' ? recall(kept, sent.id as string) : sent;
    if ('role' in item) messages.push({ role: sameRole(item.role as string), text: item.content as string });
    else if (item.type === 'function_call') made.push({ id: item.call_id, name: item.name, args: item.arguments });
    else if (item.type === 'function_call_output') {
      settle(made, item.call_id, item.output);
      messages.push({ role: 'tool', text: item.output });
    }
  }
  return {
    model: asked.model,
    streaming: asked.stream ?? false,
    messages,
    tools: (asked.tools ?? []).map(offered),
    made,
    schema: asked.text?.format?.schema,
    limit: asked.max_output_tokens ?? undefined,
  };
}

const embeddingsSchema = z.looseObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string()).min(1).max(2_048)]),
  encoding_format: z.enum(['float', 'base64']).optional(),
});

/** The texts to embed stand as the messages. */
export function readEmbeddings(body: unknown): Understood {
  const { model, input } = parse(embeddingsSchema, body);
  return {
    model,
    streaming: false,
    messages: [input].flat().map((text) => ({ role: 'user', text })),
    tools: [],
    made: [],
  };
}

function parse<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const param = issue?.path.join('.') ?? '';
  throw new RequestError(400, `Invalid value for '${param}': ${issue?.message}.`, { param });
}

function recall(kept: ReadonlyMap<string, object>, id: string) {
  const item = kept.get(id);
  if (!item) throw new RequestError(404, `Item with id '${id}' not found.`, { param: 'input' });
  return itemSchema.parse(item);
}

function settle(made: MadeCall[], id: string, result: string): void {
  const call = made.find((one) => one.id === id);
  if (!call)
    throw new RequestError(400, `No tool call found for function call output with call_id ${id}.`, {
      param: 'messages',
    });
  call.result = result;
}

function offered(tool: { name: string; description?: string | null; parameters?: JsonSchema | null }): OfferedTool {
  return { name: tool.name, description: tool.description ?? '', parameters: tool.parameters ?? {} };
}

/** Newer models are told by a developer what older ones are told by the system. */
const sameRole = (role: string) => (role === 'developer' ? 'system' : role);
