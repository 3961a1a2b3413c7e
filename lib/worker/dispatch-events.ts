import { DBOS } from '@dbos-inc/dbos-sdk';
import type pg from 'pg';
import { type EventName, eventSchemas } from '../events/event.schema';
import { log } from '../platform/log';
import { subscriptions } from './subscriptions';
import { runningWorkflows, workflows } from './workflows';

const most = 48;

/** This process has as much in hand as it can take. */
export const full = -1;

/**
 * Starts the workflows of events nobody has dispatched yet, oldest first, and answers how many events it took.
 * The rows stay locked until their workflows are in the journal, so that other workers pass over them; the id of a
 * workflow comes from its event, so that a crash before the commit starts nothing twice. The only statements between
 * lock and commit go to this same database.
 */
export async function dispatchEvents(client: pg.Client): Promise<number> {
  const room = most - runningWorkflows();
  if (room <= 0) return full;
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ seq: string; name: string; data: unknown }>(
      `SELECT seq::text, name, data FROM "OutboxEvent" WHERE "dispatchedAt" IS NULL ORDER BY seq LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [room],
    );
    for (const row of rows) await startWorkflows(row);
    if (rows.length > 0) {
      await client.query(`UPDATE "OutboxEvent" SET "dispatchedAt" = now() WHERE seq = ANY($1::bigint[])`, [
        rows.map((row) => row.seq),
      ]);
    }
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function startWorkflows(row: { seq: string; name: string; data: unknown }): Promise<void> {
  const schema = eventSchemas[row.name as EventName];
  const parsed = schema?.safeParse(row.data);
  if (!parsed?.success) {
    log.error(
      { seq: row.seq, event: row.name },
      'an event has a name or a shape this version does not know; it is passed over',
    );
    return;
  }
  for (const { workflow, of } of subscriptions[row.name as EventName]) {
    const id = (parsed.data as Record<string, string>)[of]!;
    const workflowID = `${workflow}:${row.seq}`;
    await DBOS.startWorkflow(workflows[workflow], { workflowID })({ id, eventSeq: row.seq, event: row.name });
  }
}
