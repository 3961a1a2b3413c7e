import { db, type Tx } from './db';

/** The database's clock: what orders the queue and breaks a service level never comes from a process. */
export async function databaseNow(tx: Tx = db()): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return row!.now;
}
