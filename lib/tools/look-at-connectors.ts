import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';
import { causeOf, isAppError } from '../platform/errors';
import { log } from '../platform/log';
import { connect, disconnect } from './connect';
import { registeredConnector } from './read-registry';
import { sayUnreached } from './say-unreached';
import { withDeadline } from './word-fault';

const patienceMs = 12_000;

/** Connects anew and takes in what is offered now; why it could not is kept with the connector. Never throws. */
export async function lookAtConnector(id: string): Promise<void> {
  const row = await db().connector.findUnique({ where: { id } });
  if (row?.kind !== 'mcp' || !row.enabled) return;
  disconnect(id);
  try {
    await withDeadline(connect(registeredConnector(row)), patienceMs);
  } catch (error) {
    log.info({ connector: row.key, cause: causeOf(error) }, 'a system could not be looked at');
    const lastFailure = isAppError(error) ? error.message : sayUnreached(error, new URL(row.url), patienceMs);
    if (row.lastFailure === lastFailure) return;
    await inTransaction(async (tx) => {
      // Its own time stays: a failure to connect is no new connection to make.
      const told = await tx.$executeRaw`
        UPDATE "Connector" SET "lastFailure" = ${lastFailure} WHERE id = ${id}::uuid AND "lastFailure" IS DISTINCT FROM ${lastFailure}`;
      if (told > 0) await recordEvent(tx, 'tools.changed', { connectorId: id });
    });
  }
}

/** Systems that nobody has looked at for five minutes, each by one worker. */
export async function lookAtConnectors(): Promise<void> {
  const due = await db().$queryRaw<{ id: string }[]>`
    UPDATE "Connector" SET "lookedAt" = clock_timestamp() WHERE id IN (
      SELECT id FROM "Connector" WHERE enabled AND kind = 'mcp'
        AND ("lookedAt" IS NULL OR "lookedAt" < clock_timestamp() - interval '5 minutes')
      ORDER BY "lookedAt" NULLS FIRST LIMIT 5 FOR UPDATE SKIP LOCKED)
    RETURNING id::text`;
  await Promise.all(due.map(({ id }) => lookAtConnector(id)));
}
