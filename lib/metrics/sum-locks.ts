import type { Tx } from '../platform/db';

/** Whoever moves sums holds the one; whoever sums everything anew holds the other, and nobody moves any meanwhile. */
const movingLock = 778232;
export const summingLock = 778233;
/** Held for as long as facts are derived anew: a second one would only do the same. */
export const rebuildingLock = 778234;

/** False while everything is summed anew. */
export async function mayMoveSums(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { got: boolean }[]
  >`SELECT pg_try_advisory_xact_lock_shared(${summingLock}::bigint) AS got`;
  return row!.got;
}

export async function lockSums(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT count(pg_advisory_xact_lock(${movingLock}::bigint))`;
}
