import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Tool } from '../platform/records';
import { compareDescriptions } from './compare-schemas';
import { findUses } from './find-uses';
import { viewConnector, viewRow } from './list-connectors';
import { forgetRegistry, readRegistry, registeredConnector, registeredTool } from './read-registry';
import { noRecord, readToolHealth, readToolHours } from './read-tool-health';
import type { ToolView } from './registry.schema';
import { descriptionOf } from './take-in-tools';
import type { JsonObject, ToolDescription } from './tool.schema';

/** One tool with everything that is known of it. Throws `not_found`. */
export async function viewTool(id: string): Promise<ToolView> {
  const row = isId(id) ? await db().tool.findUnique({ where: { id }, include: { connector: true } }) : null;
  if (!row) throw new AppError('not_found', 'There is no such tool.');
  forgetRegistry();
  const registered = registeredTool(row, registeredConnector(row.connector));
  const registry = await readRegistry();
  const [records, hours, uses, connector, by] = await Promise.all([
    readToolHealth([id]),
    readToolHours(id),
    findUses(registered.fullName, registry),
    viewConnector(row.connector),
    row.acceptedBy ? db().person.findUnique({ where: { id: row.acceptedBy }, select: { name: true } }) : null,
  ]);
  const { settledBy, compensatedBy, http, keyArgument, timeoutMs, mostAtOnce, mostPerMinute } = registered;
  return {
    tool: {
      ...viewRow(row, records.get(id) ?? noRecord, registry),
      inputSchema: row.inputSchema as JsonObject,
      outputSchema: row.outputSchema as JsonObject | null,
      annotations: row.annotations as JsonObject,
      ...{ settledBy, compensatedBy, http, keyArgument, timeoutMs, mostAtOnce, mostPerMinute },
      acceptedAt: row.acceptedAt?.toISOString() ?? null,
      acceptedBy: by?.name ?? null,
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    },
    connector,
    change: viewChange(row),
    hours,
    uses,
  };
}

function viewChange(row: Tool): ToolView['change'] {
  if (row.offered === null || row.offeredHash === null || row.state === 'gone') return null;
  const offered = row.offered as unknown as ToolDescription;
  const accepted = descriptionOf(row);
  const show = ({ title, description, inputSchema, outputSchema }: ToolDescription) => ({
    description: `${title}\n${description}`,
    schema: JSON.stringify(outputSchema ? { inputSchema, outputSchema } : inputSchema, null, 2),
  });
  return {
    hash: row.offeredHash,
    refused: row.refusedHash === row.offeredHash,
    ...compareDescriptions(accepted, offered),
    before: show(accepted),
    after: show(offered),
  };
}
