import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client as PgClient } from 'pg';
import { type OpenShop, openShop } from './open-shop';

export const token = 'token-of-the-test-shop';

interface CaseEntry {
  email: string;
  name: string;
  customer: string;
  order: string;
  invoice: string;
  amountCents: number;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field in assertions, which fail on a missing one
type Facts = Record<string, any>;

export interface TestShop {
  shop: OpenShop;
  origin: string;
  client: Client;
  cases: Record<string, CaseEntry[]>;
  /** A customer of that case whom no other test of this file has had. */
  take(name: string): CaseEntry;
  /** Calls a tool over MCP and gives its structured answer. */
  call(tool: string, args: Record<string, unknown>): Promise<Facts>;
  /** Asks the shop over HTTP, with the token. */
  http(method: string, path: string, body?: unknown): Promise<Facts>;
  close(): Promise<void>;
}

/** A whole shop on a free port, in a schema of its own in TEST_DATABASE_URL. */
export async function openTestShop(): Promise<TestShop> {
  const databaseUrl = process.env.TEST_DATABASE_URL;
  if (!databaseUrl) throw new Error('TEST_DATABASE_URL is needed');
  const schema = `northline_${randomUUID().replaceAll('-', '')}`;
  const shop = await openShop(
    {
      STORE_PORT: 0,
      STORE_DATABASE_URL: databaseUrl,
      STORE_TOKEN: token,
      BATON_URL: 'http://localhost:3000',
      WIDGET_KEY: 'pk_test',
      WIDGET_SECRET: 's'.repeat(32),
    },
    schema,
  );
  const origin = `http://localhost:${(shop.server.address() as AddressInfo).port}`;
  const client = new Client({ name: 'test', version: '1' });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', origin), { requestInit: { headers } }));
  const cases = (await (await fetch(`${origin}/demo/cases`)).json()) as Record<string, CaseEntry[]>;
  const taken: Record<string, number> = {};
  return {
    shop,
    origin,
    client,
    cases,
    take: (name) => {
      const position = taken[name] ?? 0;
      taken[name] = position + 1;
      const entry = cases[name]?.[position];
      if (!entry) throw new Error(`No customer left for ${name}`);
      return entry;
    },
    call: async (tool, args) => (await client.callTool({ name: tool, arguments: args })).structuredContent as Facts,
    http: async (method, path, body) => {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      });
      return (await response.json()) as Facts;
    },
    close: async () => {
      await client.close();
      await shop.close();
      const postgres = new PgClient({ connectionString: databaseUrl });
      await postgres.connect();
      await postgres.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await postgres.end();
    },
  };
}

export const newKey = () => `test-${randomUUID()}`;

export function pick({ customer, order }: { customer: string; order: string }) {
  return { customer, order };
}

/** The day that many days from today, YYYY-MM-DD in UTC. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
