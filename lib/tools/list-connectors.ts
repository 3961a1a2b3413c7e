import { db } from '../platform/db';
import type { Connector, Tool } from '../platform/records';
import { authSchema } from './auth.schema';
import { decideToolHealth } from './decide-tool-health';
import type { Registry } from './find-in-registry';
import { storeSignIn } from './keep-sign-in';
import { nameTool } from './name-tools';
import { proposeSubject } from './propose-settings';
import { forgetRegistry, readRegistry } from './read-registry';
import { noRecord, readToolHealth, type ToolRecord } from './read-tool-health';
import type { ConnectorView, Standing, ToolRow, ToolsView } from './registry.schema';
import { subjectChoiceSchema, type ToolDescription } from './tool.schema';

/** Every system with its tools and how they did. Secrets stay here: only whether there is one is told. */
export async function listConnectors(): Promise<ToolsView> {
  forgetRegistry();
  const rows = await db().connector.findMany({
    orderBy: { createdAt: 'asc' },
    include: { tools: { orderBy: [{ write: 'asc' }, { name: 'asc' }] } },
  });
  const [records, registry] = await Promise.all([
    readToolHealth(rows.flatMap(({ tools }) => tools.map(({ id }) => id))),
    readRegistry(),
  ]);
  const connectors = await Promise.all(
    rows.map(async ({ tools, ...row }) => ({
      ...(await viewConnector(row)),
      tools: tools.map((tool) => viewRow(tool, records.get(tool.id) ?? noRecord, registry)),
      proposal: proposeSubject(tools.map(describeTool)).lookup ?? null,
    })),
  );
  const waits = new Set<Standing>(['new', 'held', 'stopped']);
  const waiting = connectors.flatMap(({ tools }) => tools).filter(({ standing }) => waits.has(standing)).length;
  return { connectors, waiting };
}

export async function viewConnector(row: Connector): Promise<ConnectorView> {
  const auth = authSchema.parse(row.auth);
  const signs = auth.kind === 'authorization_code';
  return {
    ...{ id: row.id, key: row.key, name: row.name, kind: row.kind, url: row.url, auth },
    hasSecret: row.token !== '',
    signedIn: signs ? (await storeSignIn(row.id).read()).tokens !== undefined : null,
    subject: subjectChoiceSchema.parse(row.subject),
    ...{ sandbox: row.sandbox, enabled: row.enabled, timeoutMs: row.timeoutMs },
    ...{ mostAtOnce: row.mostAtOnce, mostPerMinute: row.mostPerMinute, lastFailure: row.lastFailure },
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  };
}

export function viewRow(row: Tool, { hour, day, lately }: ToolRecord, registry: Registry): ToolRow {
  const registered = registry.tools.find(({ id }) => id === row.id);
  return {
    ...{ id: row.id, name: row.name, title: row.title, description: row.description, hash: row.hash },
    called: registered ? nameTool(registry, registered) : row.name,
    ...{ write: row.write, risk: row.risk, subjectArgument: row.subjectArgument, enabled: row.enabled },
    standing: standingOf(row),
    shared: registry.tools.some(
      ({ id, name, state, enabled }) => id !== row.id && name === row.name && state !== 'new' && enabled,
    ),
    health: decideToolHealth(lately),
    ...{ hour, day, lastFailure: row.lastFailure },
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastFailedAt: row.lastFailedAt?.toISOString() ?? null,
  };
}

type JsonObject = ToolDescription['inputSchema'];

const describeTool = ({ name, title, description, inputSchema, outputSchema, annotations }: Tool): ToolDescription => ({
  ...{ name, title, description },
  inputSchema: inputSchema as JsonObject,
  outputSchema: outputSchema as JsonObject | null,
  annotations: annotations as JsonObject,
});

/** What a person reads of it first: what wants a decision before what does not. */
export function standingOf({ state, fits, enabled }: Pick<Tool, 'state' | 'fits' | 'enabled'>): Standing {
  if (state === 'new' || state === 'gone') return state;
  if (!fits) return 'stopped';
  if (state === 'held') return 'held';
  return enabled ? 'on' : 'off';
}
