import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env';
import { log } from './log';
import { Prisma, PrismaClient } from './prisma/client';

export { Prisma };
export type Tx = Prisma.TransactionClient;

type Connection = { pool: pg.Pool; client: PrismaClient };
// Kept across reloads in development, where the module is evaluated again on each change.
const kept = globalThis as typeof globalThis & { batonConnection?: Connection };

function connect(): Connection {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener a Postgres restart ends the process: an idle client's error is an uncaught one.
  pool.on('error', (error) => log.warn({ cause: error.message }, 'an idle database connection broke'));
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function connection(): Connection {
  kept.batonConnection ??= connect();
  return kept.batonConnection;
}

/** The database. Connects at the first query, so that building needs none. */
export const db = (): PrismaClient => connection().client;

/**
 * Rows straight from the driver, for questions that are asked often and read much: numbers and texts as they come, no dates and no
 * bigints. It saves what Prisma does for each value and each parameter, which for such rows is more than the database takes.
 */
export async function readPlain<T extends object>(query: Prisma.Sql): Promise<T[]> {
  const { rows } = await connection().pool.query<T>({ text: query.text, values: query.values as unknown[] });
  return rows;
}

/** State and its event commit together, or neither does. No network inside. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}

export async function disconnect(): Promise<void> {
  const open = kept.batonConnection;
  kept.batonConnection = undefined;
  await open?.client.$disconnect();
  await open?.pool.end().catch(() => undefined);
}
