import { db } from '../platform/db';
import type { Lately } from './decide-tool-health';
import type { Figures, ToolView } from './registry.schema';

export type ToolRecord = { hour: Figures; day: Figures; lately: Lately };

type Row = Figures & { toolId: string; hour: boolean; recent: number; recentFailed: number };

/** How each tool did in the last hour and the last day; one that was not called is not among them. */
export async function readToolHealth(toolIds: readonly string[]): Promise<Map<string, ToolRecord>> {
  const rows = await db().$queryRaw<Row[]>`
    WITH span AS (SELECT * FROM (VALUES (true, interval '1 hour'), (false, interval '24 hours')) AS s (hour, back)),
    kept AS (
      SELECT m.*, s.hour FROM "ToolMinute" m JOIN span s ON m.minute > clock_timestamp() - s.back
      WHERE m."toolId" = ANY(${[...toolIds]}::uuid[])),
    counted AS (
      SELECT "toolId", hour, sum(calls)::int AS calls, sum(failures)::int AS failures, sum(refusals)::int AS refusals,
        coalesce(sum(calls) FILTER (WHERE minute > clock_timestamp() - interval '11 minutes'), 0)::int AS recent,
        coalesce(sum(failures) FILTER (WHERE minute > clock_timestamp() - interval '11 minutes'), 0)::int AS "recentFailed"
      FROM kept GROUP BY "toolId", hour),
    timed AS (
      SELECT "toolId", hour, percentile_cont(0.5) WITHIN GROUP (ORDER BY took)::float AS "medianMs",
        percentile_cont(0.95) WITHIN GROUP (ORDER BY took)::float AS "p95Ms"
      FROM kept, unnest("tookMs") AS took GROUP BY "toolId", hour)
    SELECT counted."toolId"::text, counted.hour, calls, failures, refusals, recent, "recentFailed", "medianMs", "p95Ms"
    FROM counted LEFT JOIN timed USING ("toolId", hour)`;
  const records = new Map<string, ToolRecord>();
  for (const { toolId, hour, recent, recentFailed, ...figures } of rows) {
    const record = records.get(toolId) ?? { hour: none, day: none, lately: unused };
    const rounded = { ...figures, medianMs: round(figures.medianMs), p95Ms: round(figures.p95Ms) };
    records.set(
      toolId,
      hour
        ? {
            ...record,
            hour: rounded,
            lately: { calls: figures.calls, failures: figures.failures, recent, recentFailed },
          }
        : { ...record, day: rounded },
    );
  }
  return records;
}

const round = (value: number | null) => (value === null ? null : Math.round(value));
const none: Figures = { calls: 0, failures: 0, refusals: 0, medianMs: null, p95Ms: null };
const unused: Lately = { calls: 0, failures: 0, recent: 0, recentFailed: 0 };
export const noRecord: ToolRecord = { hour: none, day: none, lately: unused };

/** The last 24 hours of one tool, hour by hour, the oldest first; hours without a call among them. */
export async function readToolHours(toolId: string): Promise<ToolView['hours']> {
  const rows = await db().$queryRaw<{ at: Date; calls: number; failures: number; p95Ms: number | null }[]>`
    SELECT hour AS at,
      coalesce((SELECT sum(calls) FROM "ToolMinute" m WHERE m."toolId" = ${toolId}::uuid AND m.minute >= hour AND m.minute < hour + interval '1 hour'), 0)::int AS calls,
      coalesce((SELECT sum(failures) FROM "ToolMinute" m WHERE m."toolId" = ${toolId}::uuid AND m.minute >= hour AND m.minute < hour + interval '1 hour'), 0)::int AS failures,
      (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY took) FROM "ToolMinute" m, unnest(m."tookMs") AS took
        WHERE m."toolId" = ${toolId}::uuid AND m.minute >= hour AND m.minute < hour + interval '1 hour')::float AS "p95Ms"
    FROM generate_series(date_trunc('hour', clock_timestamp()) - interval '23 hours', date_trunc('hour', clock_timestamp()), interval '1 hour') AS hour
    ORDER BY hour`;
  return rows.map(({ at, p95Ms, ...row }) => ({ ...row, at: at.toISOString(), p95Ms: round(p95Ms) }));
}
