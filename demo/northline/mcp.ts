import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
  McpError,
  ErrorCode as ProtocolErrorCode,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { z } from 'zod';
import type { Misbehaviours } from './misbehaviour';
import { type ErrorCode, OutcomeUnknown, StoreError } from './store-error';
import { allTools } from './tools/all-tools';
import type { ToolScope } from './tools/tool';

const toolByName = new Map(allTools.map((tool) => [tool.name, tool]));

// Made once: turning thirty schemas into JSON Schema at each request would cost more than a query.
const listing = allTools.map((tool) => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: z.toJSONSchema(tool.input, { io: 'input' }) as { type: 'object' },
  annotations: { readOnlyHint: tool.readOnly, idempotentHint: true, openWorldHint: false },
}));

// A protocol server makes one of its own unless it is given one; building Ajv anew would be most of a request's time.
const jsonSchemaValidator = new AjvJsonSchemaValidator();

/**
 * Answers one MCP request. Stateless: each request gets a protocol server of its own, which is two small objects,
 * so any number of clients may come and go and a restart loses nothing.
 */
export async function answerMcp(
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
  scope: ToolScope,
  misbehaviours: Misbehaviours,
): Promise<void> {
  const server = new Server(
    { name: 'northline', title: 'Northline back office', version: '1.0.0' },
    { capabilities: { tools: {} }, jsonSchemaValidator },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listing }));
  server.setRequestHandler(CallToolRequestSchema, (call) =>
    callTool(call.params.name, call.params.arguments ?? {}, scope, misbehaviours, () => {
      response.destroy();
    }),
  );
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true });
  response.on('close', () => {
    void server.close();
  });
  await server.connect(transport);
  await transport.handleRequest(request, response, body);
}

async function callTool(
  name: string,
  args: Record<string, unknown>,
  scope: ToolScope,
  misbehaviours: Misbehaviours,
  cutTheLine: () => void,
): Promise<CallToolResult> {
  const tool = toolByName.get(name);
  if (!tool) throw new McpError(ProtocolErrorCode.InvalidParams, `There is no tool ${name}`);
  const customer = typeof args.customer === 'string' ? args.customer : undefined;
  const verdict = misbehaviours.meet({ tool: name, customer });
  if (verdict.delayMs > 0) await sleep(verdict.delayMs);
  if (verdict.fail) {
    return tool.mails
      ? refusal('mail_unavailable', 'The mail service does not answer')
      : refusal('unavailable', 'The back office cannot do this right now');
  }
  try {
    const result = await tool.run(scope, args);
    if (verdict.drop) cutTheLine();
    return { content: [{ type: 'text', text: JSON.stringify(result) }], structuredContent: result };
  } catch (error) {
    if (error instanceof StoreError) return refusal(error.code, error.message);
    console.error(`northline: ${name} failed:`, error instanceof Error ? error.message : error);
    // Neither "done" nor "not done" would be true: no answer makes the caller ask actions.status.
    if (error instanceof OutcomeUnknown) cutTheLine();
    return refusal('unavailable', 'The back office cannot do this right now');
  }
}

function refusal(code: ErrorCode, message: string): CallToolResult {
  const error = { code, message };
  return { isError: true, content: [{ type: 'text', text: `${code}: ${message}` }], structuredContent: { error } };
}
