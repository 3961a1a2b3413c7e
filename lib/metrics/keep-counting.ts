import { isDeepStrictEqual } from 'node:util';
import { db, inTransaction } from '../platform/db';
import { markChanges } from './mark-changes';
import type { MetricSettings } from './metric.schema';
import { readMetricSettings } from './metric-settings';
import { readMetricState } from './read-metric-state';
import { rebuildSums } from './rebuild-facts';
import { refreshFacts } from './refresh-facts';
import { readTeamHours } from './team-hours';

/** So long one round goes on at most, so that the next one sees the settings. */
const roundMs = 4_000;
let running = false;

/**
 * Brings the figures up to what has happened: notes what changed, derives it anew, follows the settings. Every worker runs
 * it, each once at a time; what one has taken the others pass over. Answers how many conversations it counted.
 */
export async function keepCounting(): Promise<number> {
  if (running) return 0;
  running = true;
  try {
    await followSettings();
    const until = Date.now() + roundMs;
    let counted = 0;
    for (let more = true; more && Date.now() < until; ) {
      const unread = await markChanges();
      const took = await refreshFacts();
      counted += took;
      more = unread || took > 0;
    }
    // Nothing waits: that is counted up to now.
    await db().$executeRaw`
      UPDATE "MetricState" SET "countedAt" = clock_timestamp()
      WHERE id = 1 AND "countedAt" < clock_timestamp() - interval '30 seconds' AND NOT EXISTS (SELECT FROM "MetricChange")`;
    return counted;
  } finally {
    running = false;
  }
}

/**
 * Another time zone or another cost sums everything anew; another gap derives every fact anew, one after the other, and other working
 * hours those of the team.
 */
async function followSettings(): Promise<void> {
  const [wanted, hours, { settings, hours: counted, stale }] = [
    await readMetricSettings(),
    await readTeamHours(),
    await readMetricState(),
  ];
  const teams = [...new Set([...Object.keys(hours), ...Object.keys(counted)])];
  const changed = teams.filter((id) => !isDeepStrictEqual(hours[id], counted[id]));
  if (changed.length > 0)
    await inTransaction(async (tx) => {
      await tx.metricState.update({ where: { id: 1 }, data: { hours } });
      await tx.$executeRaw`
        INSERT INTO "MetricChange" ("conversationId") SELECT id FROM "ConversationFact" WHERE "teamId" = ANY(${changed}::uuid[])`;
    });
  if (stale || !isDeepStrictEqual(summedBy(wanted), summedBy(settings))) await rebuildSums();
  if (wanted.activeGapMinutes === settings.activeGapMinutes) return;
  await inTransaction(async (tx) => {
    await tx.metricState.update({ where: { id: 1 }, data: { settings: wanted } });
    await tx.$executeRaw`INSERT INTO "MetricChange" ("conversationId") SELECT id FROM "ConversationFact"`;
  });
}

const summedBy = ({ timeZone, labourMicrosPerHour, channelMicros }: MetricSettings) => ({
  ...{ timeZone, labourMicrosPerHour, channelMicros },
});
