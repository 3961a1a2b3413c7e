import { appendAudit } from '../audit/append-audit';
import { recordEvent } from '../events/record-event';
import { sha256 } from '../platform/crypto';
import { db, inTransaction, Prisma, type Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { Connector, Tool } from '../platform/records';
import { textOf } from './compare-schemas';
import { decideIntake, type Intake, type OfferedTool, type StoredTool } from './decide-intake';
import { proposeSettings, proposeSubject, type ToolSettings } from './propose-settings';
import { forgetRegistry } from './read-registry';
import { presetsSchema } from './registry.schema';
import { tellKeepers } from './tell-keepers';
import type { JsonObject, RegisteredConnector, ToolDescription } from './tool.schema';

export const hashOf = (description: ToolDescription): string => sha256(textOf(description));

/**
 * Takes in what a system offers now: what is new waits for a person, what has changed is held, what is missing is marked,
 * and whoever keeps the tools is told. Of a connector that adopts, everything is accepted as it is, once. Cheap when nothing
 * has changed; of several processes at once one writes.
 */
export async function takeIn(connector: Pick<RegisteredConnector, 'id'>, listing: ToolDescription[]): Promise<void> {
  const offered = listing.map((description) => ({ description, hash: hashOf(description) }));
  const row = await db().connector.findUnique({ where: { id: connector.id }, include: { tools: true } });
  if (!row) return;
  if (row.lastSeenAt && !row.adopt && !row.lastFailure && decideIntake(row.tools.map(storedOf), offered).length === 0)
    return;
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(778211, hashtext(${connector.id}))`;
    const now = await tx.connector.findUnique({ where: { id: connector.id }, include: { tools: true } });
    if (!now) return;
    const changes = decideIntake(now.tools.map(storedOf), offered);
    const first = now.lastSeenAt === null;
    await addNew(tx, now, changes, listing);
    for (const change of changes) await apply(tx, now, change, listing);
    await tx.connector.update({
      where: { id: now.id },
      data: {
        lastSeenAt: new Date(),
        lastFailure: null,
        adopt: false,
        ...(first && isUnset(now) && { subject: proposeSubject(listing) as Prisma.InputJsonValue }),
      },
    });
    if (changes.length === 0) return;
    const notable = now.adopt || first ? [] : changes.flatMap((change) => sayChange(change, now.tools));
    await tellKeepers(tx, now.name, notable);
    await recordEvent(tx, 'tools.changed', { connectorId: now.id });
    await appendAudit(tx, {
      actor: { kind: 'system', id: null },
      action: now.adopt ? 'tools.adopt' : 'tools.take_in',
      subject: { kind: 'connector', id: now.id },
      after: changes.map((change) => ({ kind: change.kind, tool: nameOf(change, now.tools) })),
    });
  });
  forgetRegistry();
}

/** The registry's own default: nobody has said yet whose data its tools take. */
const isUnset = ({ subject }: Connector) => textOf(subject) === textOf({ identity: 'account' });

/** In one statement: a system may offer hundreds, and the lock is held meanwhile. */
async function addNew(tx: Tx, connector: Connector, changes: Intake[], listing: ToolDescription[]): Promise<void> {
  const presets = presetsSchema.parse(connector.presets);
  const now = new Date();
  const rows = changes.flatMap((change) => {
    if (change.kind !== 'new') return [];
    const preset = presets[change.offered.description.name] ?? {};
    const accepted = { state: 'accepted' as const, acceptedAt: now, enabled: preset.enabled ?? true };
    return [
      {
        ...{ id: newId(), connectorId: connector.id, lastSeenAt: now },
        ...described(change.offered),
        ...settingsAsRow({ ...proposeSettings(change.offered.description, listing), ...preset }),
        ...(connector.adopt && accepted),
      },
    ];
  });
  if (rows.length > 0) await tx.tool.createMany({ data: rows });
}

async function apply(tx: Tx, connector: Connector, change: Intake, listing: ToolDescription[]): Promise<void> {
  const seen = { lastSeenAt: new Date() };
  switch (change.kind) {
    case 'new':
      return; // all of them at once, before
    case 'renewed':
      await tx.tool.update({
        where: { id: change.id },
        data: {
          ...described(change.offered),
          ...settingsAsRow(proposeSettings(change.offered.description, listing)),
          ...seen,
        },
      });
      return;
    case 'held':
      if (connector.adopt) {
        await tx.tool.update({
          where: { id: change.id },
          data: { ...described(change.offered), ...asAccepted, ...seen },
        });
        return;
      }
      await tx.tool.update({
        where: { id: change.id },
        data: {
          state: change.told ? 'accepted' : 'held',
          offered: change.offered.description as Prisma.InputJsonValue,
          offeredHash: change.offered.hash,
          fits: change.fits,
          ...seen,
        },
      });
      return;
    case 'back':
      await tx.tool.update({ where: { id: change.id }, data: { ...asAccepted, ...seen } });
      return;
    case 'gone': {
      // What nobody had accepted leaves no trace.
      const unseen = await tx.tool.deleteMany({ where: { id: change.id, state: 'new' } });
      if (unseen.count === 0) await tx.tool.update({ where: { id: change.id }, data: { state: 'gone' } });
    }
  }
}

/** As it was accepted, with nothing offered instead of it. */
export const asAccepted = {
  state: 'accepted' as const,
  offered: Prisma.DbNull,
  offeredHash: null,
  refusedHash: null,
  fits: true,
};

export const described = ({ description, hash }: OfferedTool) => ({
  name: description.name,
  title: description.title,
  description: description.description,
  inputSchema: description.inputSchema as Prisma.InputJsonValue,
  outputSchema: (description.outputSchema ?? undefined) as Prisma.InputJsonValue | undefined,
  annotations: description.annotations as Prisma.InputJsonValue,
  hash,
});

const settingsAsRow = ({ settledBy, compensatedBy, ...rest }: ToolSettings & { enabled?: boolean }) => ({
  ...rest,
  settledBy: (settledBy ?? undefined) as Prisma.InputJsonValue | undefined,
  compensatedBy: (compensatedBy ?? undefined) as Prisma.InputJsonValue | undefined,
});

export const descriptionOf = (row: Tool): ToolDescription => ({
  name: row.name,
  title: row.title,
  description: row.description,
  inputSchema: row.inputSchema as JsonObject,
  outputSchema: row.outputSchema as JsonObject | null,
  annotations: row.annotations as JsonObject,
});

const storedOf = (row: Tool): StoredTool => ({
  ...{ id: row.id, state: row.state, hash: row.hash, fits: row.fits },
  ...{ offeredHash: row.offeredHash, refusedHash: row.refusedHash },
  description: descriptionOf(row),
});

const nameOf = (change: Intake, tools: Tool[]): string =>
  'offered' in change ? change.offered.description.name : (tools.find(({ id }) => id === change.id)?.name ?? '');

function sayChange(change: Intake, tools: Tool[]): string[] {
  const name = nameOf(change, tools);
  switch (change.kind) {
    case 'new':
      return [`${name} is new`];
    case 'held':
      if (change.told) return [];
      return [`${name} has changed${change.fits ? '' : ' and is not called until somebody accepts it'}`];
    case 'gone':
      return tools.some(({ id, state }) => id === change.id && state !== 'new') ? [`${name} is gone`] : [];
    case 'back':
    case 'renewed':
      return [];
  }
}
