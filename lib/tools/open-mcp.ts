import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { fetchGuarded } from '../platform/fetch-guarded';
import { signInProvider } from './keep-sign-in';
import { type Credentials, plainHeaders, type Reachable } from './read-secret';
import type { JsonObject, ToolDescription } from './tool.schema';

/** More than anybody looks through. */
const mostTools = 500;
const mostPages = 20;
const longestDescription = 8_000;
const largestSchema = 64_000;

/** Opens an MCP connection over an address that is guarded. Throws what the transport throws. */
export async function openMcp(connector: Reachable, credentials: Credentials): Promise<Client> {
  const { auth } = credentials;
  const client = new Client({ name: 'baton', version: '1' });
  const byOAuth = auth.kind === 'client_credentials' || auth.kind === 'authorization_code';
  const transport = new StreamableHTTPClientTransport(new URL(connector.url), {
    fetch: fetchGuarded(),
    // The guarded fetch follows what may be followed.
    redirectPolicy: 'follow',
    requestInit: { headers: plainHeaders(credentials) },
    ...(byOAuth && { authProvider: signInProvider({ ...credentials, auth }) }),
  });
  await client.connect(transport, { timeout: 10_000 });
  return client;
}

/** The tools as the server describes them now, page by page. What is too large to be looked at is cut or left out. */
export async function listOffered(client: Client): Promise<ToolDescription[]> {
  const found: ToolDescription[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages && found.length < mostTools; page++) {
    const { tools, nextCursor } = await client.listTools(cursor === undefined ? {} : { cursor }, { timeout: 10_000 });
    for (const tool of tools) {
      const inputSchema = tool.inputSchema as JsonObject;
      if (tool.name.length > 200 || JSON.stringify(inputSchema).length > largestSchema) continue;
      found.push({
        name: tool.name,
        title: (tool.title ?? tool.annotations?.title ?? tool.name).slice(0, 200),
        description: (tool.description ?? '').slice(0, longestDescription),
        inputSchema,
        outputSchema: (tool.outputSchema as JsonObject | undefined) ?? null,
        annotations: (tool.annotations as JsonObject | undefined) ?? {},
      });
    }
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return found.slice(0, mostTools);
}
