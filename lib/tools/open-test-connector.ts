import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { AppError } from '../platform/errors';

type Args = Record<string, unknown>;
type Value = Record<string, unknown>;

/** How the next call of a tool goes: `drop` takes effect and cuts the line, `stall` takes effect and never answers, `hang` does neither. */
export type Mood = 'ok' | 'drop' | 'stall' | 'hang' | 'break' | { refuse: string };

export type TestTool = {
  write?: boolean;
  takes: string[];
  /** In its own words. */
  describes?: string;
  run(args: Args): Value | Promise<Value>;
};

/** For tests: another system, spoken to over real MCP, that misbehaves when told to. */
export type TestConnector = {
  url: string;
  token: string;
  /** Every call that arrived, in order. */
  calls: { tool: string; args: Args }[];
  /** Effects by idempotency key: how often each took place. */
  effects: Map<string, number>;
  /** Moods of the coming calls of a tool, used up one by one; then it behaves. */
  moods: Map<string, Mood[]>;
  tools: Map<string, TestTool>;
  close(): Promise<void>;
};

export async function openTestConnector(tools: Record<string, TestTool>): Promise<TestConnector> {
  const connector = {
    token: randomUUID(),
    calls: [] as TestConnector['calls'],
    effects: new Map<string, number>(),
    moods: new Map<string, Mood[]>(),
    tools: new Map(Object.entries(tools)),
  };
  const results = new Map<string, Value>();
  const status: TestTool = {
    takes: ['idempotencyKey'],
    run: ({ idempotencyKey }) => {
      const result = results.get(String(idempotencyKey));
      return result ? { found: true, result } : { found: false };
    },
  };
  connector.tools.set('actions.status', status);

  async function call(name: string, args: Args, response: ServerResponse): Promise<CallToolResult> {
    connector.calls.push({ tool: name, args });
    const tool = connector.tools.get(name);
    if (!tool) return refusal('unknown_tool');
    const mood = connector.moods.get(name)?.shift() ?? 'ok';
    if (mood === 'hang') return new Promise(() => undefined);
    if (typeof mood === 'object') return refusal(mood.refuse);
    try {
      const value = tool.write ? await once(String(args.idempotencyKey), () => tool.run(args)) : await tool.run(args);
      if (mood === 'drop') response.destroy();
      if (mood === 'stall') await new Promise(() => undefined);
      return { content: [{ type: 'text', text: 'done' }], structuredContent: value };
    } catch (error) {
      return refusal(error instanceof AppError ? error.code : 'invalid');
    }
  }

  async function once(key: string, run: () => Value | Promise<Value>): Promise<Value> {
    const before = results.get(key);
    if (before) return before;
    const value = await run();
    results.set(key, value);
    connector.effects.set(key, (connector.effects.get(key) ?? 0) + 1);
    return value;
  }

  const http = createServer(async (request, response) => {
    if (request.headers.authorization !== `Bearer ${connector.token}`) return void response.writeHead(401).end();
    const body = JSON.parse((await text(request)) || 'null') as { method?: string; params?: { name: string } } | null;
    const next = connector.moods.get(body?.params?.name ?? '');
    if (body?.method === 'tools/call' && next?.[0] === 'break') {
      next.shift();
      return void response.writeHead(500).end();
    }
    const server = new Server({ name: 'test', version: '1' }, { capabilities: { tools: {} } });
    server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...connector.tools].map(listed) }));
    server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
      call(params.name, params.arguments ?? {}, response),
    );
    const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true });
    response.on('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, body);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    ...connector,
    url: `http://127.0.0.1:${port}/mcp`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

function listed([name, tool]: [string, TestTool]) {
  const names = [...tool.takes, ...(tool.write ? ['idempotencyKey'] : [])];
  return {
    name,
    description: tool.describes,
    inputSchema: { type: 'object' as const, properties: Object.fromEntries(names.map((one) => [one, {}])) },
    annotations: { readOnlyHint: !tool.write },
  };
}

function refusal(code: string): CallToolResult {
  const error = { code, message: `it said ${code}` };
  return { isError: true, content: [{ type: 'text', text: code }], structuredContent: { error } };
}
