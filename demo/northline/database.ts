import { type ClientBase, Pool, type PoolClient } from 'pg';
import { OutcomeUnknown, StoreError } from './store-error';

/** Anything that can run a query: the pool for reads, one client inside a transaction for writes. */
export type Database = Pick<ClientBase, 'query'>;

/** A pool whose unqualified table names live in `schema`. */
export function openPool(connectionString: string, schema: string): Pool {
  const pool = new Pool({
    connectionString,
    max: 12,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'northline',
    options: `-c search_path=${schema}`,
  });
  // Postgres going away is reported as an event on idle clients (through the pool) and on borrowed ones (directly);
  // without both listeners either one ends the process. The query under way fails on its own and is reported there.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}

/** Runs `work` in one transaction. Throws OutcomeUnknown when the COMMIT itself got no answer. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await commit(client);
    return result;
  } catch (error) {
    if (!(error instanceof StoreError)) broken = true;
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    // A client that failed for an unforeseen reason is not put back: its state is unknown.
    client.release(broken);
  }
}

async function commit(client: PoolClient): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (error) {
    throw new OutcomeUnknown('COMMIT got no answer', { cause: error });
  }
}
