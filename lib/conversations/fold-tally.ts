import { db } from '../platform/db';

/**
 * Sums the tally of what is open up to one line a group. Whoever counts meanwhile reads all lines before or all after, and
 * of two who fold at once the second finds nothing to fold. Where nothing changed since, nothing is written.
 */
export async function foldTally(): Promise<void> {
  await db().$executeRaw`
    WITH gone AS (
      DELETE FROM "OpenTally"
      WHERE EXISTS (SELECT 1 FROM "OpenTally" GROUP BY holder, "teamId", "agentId", asleep HAVING count(*) > 1)
      RETURNING holder, "teamId", "agentId", asleep, count)
    INSERT INTO "OpenTally" (holder, "teamId", "agentId", asleep, count)
    SELECT holder, "teamId", "agentId", asleep, sum(count) FROM gone GROUP BY 1, 2, 3, 4 HAVING sum(count) <> 0`;
}
