import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { listOffered, openMcp } from './open-mcp';
import { readCredentials } from './read-secret';
import { takeIn } from './take-in-tools';
import type { RegisteredConnector } from './tool.schema';

/** After this long a connection is made anew, which is also when changed tools are noticed. */
const keptMs = 60_000;
/** Calls under way end on the old one. */
const lingerMs = 30_000;

type Kept = { at: number; version: string; client: Promise<Client> };
const connections = new Map<string, Kept>();

/** The open MCP connection to a connector, made at first use and kept. Throws what the transport throws. */
export function connect(connector: RegisteredConnector, now = Date.now()): Promise<Client> {
  const kept = connections.get(connector.id);
  if (kept && kept.version === connector.version && now - kept.at < keptMs) return kept.client;
  const client = open(connector, kept);
  connections.set(connector.id, { at: now, version: connector.version, client });
  client.catch(() => disconnect(connector.id));
  return client;
}

/** Forgets a connection, so that the next call makes a new one. */
export function disconnect(id: string): void {
  connections.delete(id);
}

async function open(connector: RegisteredConnector, before: Kept | undefined): Promise<Client> {
  const client = await openMcp(connector, await readCredentials(connector.id));
  await takeIn(connector, await listOffered(client));
  await before?.client
    .then((old) => setTimeout(() => void old.close(), lingerMs).unref())
    .catch((error: unknown) => log.debug({ cause: causeOf(error) }, 'the connection before had failed'));
  return client;
}
