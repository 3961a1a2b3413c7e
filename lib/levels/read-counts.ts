import { db, Prisma } from '../platform/db';
import type { Count, Level } from './level.schema';
import { levelEvents } from './level-events';

export type DayCount = Count & { day: string };

/** Good and all events of the last so many minutes each, which may be the same twice, in the order of `minutes`. */
export async function readRecent(level: Level, minutes: readonly number[], now: Date): Promise<Count[]> {
  const starts = minutes.map((back) => new Date(now.getTime() - back * 60_000));
  const from = new Date(Math.min(...starts.map((at) => at.getTime())));
  const rows = await db().$queryRaw<{ start: Date; good: number; total: number }[]>`
    WITH events AS MATERIALIZED (SELECT e.at, e.good FROM (${levelEvents(level, from)}) e WHERE e.at >= ${from} AND e.at <= ${now})
    SELECT start, count(e.at)::int AS total, (count(*) FILTER (WHERE e.good))::int AS good
    FROM (SELECT DISTINCT unnest(${starts}::timestamptz[]) AS start) asked LEFT JOIN events e ON e.at >= start
    GROUP BY start`;
  return starts.map((start) => {
    const row = rows.find((one) => one.start.getTime() === start.getTime());
    return { good: row?.good ?? 0, total: row?.total ?? 0 };
  });
}

/** Good and all events of the level's window by local day, days without any among them; the first may be a part of one. */
export async function readDays(level: Level, timeZone: string, now: Date): Promise<DayCount[]> {
  const from = new Date(now.getTime() - level.windowDays * 86_400_000);
  return db().$queryRaw<DayCount[]>`
    WITH events AS (
      SELECT (e.at AT TIME ZONE ${timeZone})::date AS day, count(*)::int AS total, (count(*) FILTER (WHERE e.good))::int AS good
      FROM (${levelEvents(level, from)}) e WHERE e.at >= ${from} AND e.at <= ${now} GROUP BY 1)
    SELECT to_char(local, 'YYYY-MM-DD') AS day, coalesce(e.total, 0) AS total, coalesce(e.good, 0) AS good
    FROM generate_series((${from}::timestamptz AT TIME ZONE ${timeZone})::date, (${now}::timestamptz AT TIME ZONE ${timeZone})::date, interval '1 day') AS local
    LEFT JOIN events e ON e.day = local::date ORDER BY local`;
}

/** Bad events as a table of conversations, the newest first: see list-spent.ts. */
export const badEvents = (level: Level, from: Date, to: Date): Prisma.Sql => Prisma.sql`
  SELECT e.id, max(e.at) AS at FROM (${levelEvents(level, from)}) e
  WHERE NOT e.good AND e.at >= ${from} AND e.at <= ${to} GROUP BY e.id`;
