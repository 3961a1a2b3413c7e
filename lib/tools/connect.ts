import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { bulkhead, ConsecutiveBreaker, circuitBreaker, handleWhenResult, type IPolicy, wrap } from 'cockatiel';
import { unseal } from '../platform/crypto';
import { db } from '../platform/db';
import type { ToolInfo, ToolOutcome } from './tool.schema';

export type Connection = {
  client: Client;
  tools: Map<string, ToolInfo>;
  /** Breaker and bulkhead of this connector: one that hangs does not take the others' places. */
  guard: IPolicy;
};

const keptMs = 60_000;
const connections = new Map<string, { at: number; connection: Promise<Connection> }>();

/** The open connection to a connector, made at first use and kept. Throws what the transport throws. */
export function connect(key: string, now = Date.now()): Promise<Connection> {
  const kept = connections.get(key);
  if (kept && now - kept.at < keptMs) return kept.connection;
  const connection = open(key, kept);
  connections.set(key, { at: now, connection });
  connection.catch(() => disconnect(key));
  return connection;
}

/** Forgets a connection, so that the next call makes a new one. */
export function disconnect(key: string): void {
  connections.delete(key);
}

const guards = new Map<string, IPolicy>();

function guardOf(key: string): IPolicy {
  let guard = guards.get(key);
  if (!guard) {
    const failed = handleWhenResult((result) => ['unavailable', 'unknown'].includes((result as ToolOutcome).kind));
    guard = wrap(
      bulkhead(24, 200),
      circuitBreaker(failed, { halfOpenAfter: 5_000, breaker: new ConsecutiveBreaker(8) }),
    );
    guards.set(key, guard);
  }
  return guard;
}

async function open(key: string, before?: { connection: Promise<Connection> }): Promise<Connection> {
  const connector = await db().connector.findUniqueOrThrow({ where: { key } });
  const client = new Client({ name: 'baton', version: '1' });
  const headers = { authorization: `Bearer ${unseal(connector.token, `connector:${key}`)}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(connector.url), { requestInit: { headers } }));
  const { tools } = await client.listTools();
  await before?.connection
    .then((old) => setTimeout(() => void old.client.close(), 30_000).unref())
    .catch(() => undefined);
  return {
    client,
    guard: guardOf(key),
    tools: new Map(
      tools.map((tool) => {
        const properties = Object.keys(tool.inputSchema.properties ?? {});
        const info: ToolInfo = {
          connector: key,
          name: tool.name,
          write: tool.annotations?.readOnlyHint !== true,
          takesSubject: properties.includes('customer'),
          takesKey: properties.includes('idempotencyKey'),
          takes: new Set(properties),
          title: tool.title ?? tool.annotations?.title ?? tool.name,
          description: tool.description ?? '',
          schema: tool.inputSchema,
        };
        return [tool.name, info];
      }),
    ),
  };
}
