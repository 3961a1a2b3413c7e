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
