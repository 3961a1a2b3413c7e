import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Connector, Tool } from '../platform/records';
import type { Registry } from './find-in-registry';
import {
  compensationSchema,
  httpToolSchema,
  type JsonObject,
  type RegisteredConnector,
  settlementSchema,
  subjectChoiceSchema,
  type ToolInfo,
} from './tool.schema';

/** What is set in one process is in force in all of them within a second. */
const keptMs = 1_000;
let kept: { at: number; mark: string; value: Registry } | undefined;
let reading: Promise<Registry> | undefined;

/** Every connector and every tool it has, as they are set. Asked once a second whether anything changed. */
export function readRegistry(now = Date.now()): Promise<Registry> {
  if (kept && now - kept.at < keptMs) return Promise.resolve(kept.value);
  reading ??= read(now).finally(() => {
    reading = undefined;
  });
  return reading;
}

/** The next question is answered from the database: for whoever has just changed something. */
export function forgetRegistry(): void {
  kept = undefined;
  reading = undefined;
}

async function read(now: number): Promise<Registry> {
  const [row] = await db().$queryRaw<{ mark: string }[]>`
    SELECT concat_ws(' ', (SELECT concat_ws(' ', count(*), max("updatedAt")) FROM "Connector"),
      (SELECT concat_ws(' ', count(*), max("updatedAt")) FROM "Tool")) AS mark`;
  const mark = row!.mark;
  if (kept?.mark === mark) kept = { ...kept, at: now };
  else kept = { at: now, mark, value: await load() };
  return kept.value;
}

async function load(): Promise<Registry> {
  const rows = await db().connector.findMany({ orderBy: { createdAt: 'asc' }, include: { tools: true } });
  const connectors = rows.map((row) => ({ row, connector: registeredConnector(row) }));
  return {
    connectors: connectors.map(({ connector }) => connector),
    tools: connectors.flatMap(({ row, connector }) => row.tools.map((tool) => registeredTool(tool, connector))),
  };
}

export const registeredConnector = (row: Connector): RegisteredConnector => ({
  ...{ id: row.id, key: row.key, name: row.name, kind: row.kind, url: row.url },
  ...{ sandbox: row.sandbox, enabled: row.enabled, adopt: row.adopt, seen: row.lastSeenAt !== null },
  ...{ timeoutMs: row.timeoutMs, mostAtOnce: row.mostAtOnce, mostPerMinute: row.mostPerMinute },
  version: row.updatedAt.toISOString(),
  subject: parse(subjectChoiceSchema, row.subject, `subject of ${row.key}`),
});

export const registeredTool = (row: Tool, connector: RegisteredConnector): ToolInfo => {
  const schema = row.inputSchema as JsonObject;
  const what = `${connector.key}:${row.name}`;
  return {
    ...{ id: row.id, connector, name: row.name, fullName: what, title: row.title, description: row.description },
    ...{ schema, outputSchema: row.outputSchema as JsonObject | null },
    takes: new Set(Object.keys((schema.properties ?? {}) as JsonObject)),
    ...{ write: row.write, risk: row.risk, enabled: row.enabled, state: row.state, fits: row.fits },
    ...{ subjectArgument: row.subjectArgument, keyArgument: row.keyArgument },
    settledBy: row.settledBy === null ? null : parse(settlementSchema, row.settledBy, `settlement of ${what}`),
    compensatedBy:
      row.compensatedBy === null ? null : parse(compensationSchema, row.compensatedBy, `compensation of ${what}`),
    http: row.http === null ? null : parse(httpToolSchema, row.http, `request of ${what}`),
    ...{ timeoutMs: row.timeoutMs, mostAtOnce: row.mostAtOnce, mostPerMinute: row.mostPerMinute },
  };
};

function parse<T>(schema: { parse(value: unknown): T }, value: unknown, what: string): T {
  try {
    return schema.parse(value);
  } catch (error) {
    throw new AppError('internal', `The ${what} is not valid.`, { cause: String(error).slice(0, 400) });
  }
}
