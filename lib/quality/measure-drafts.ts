import { z } from 'zod';
import { db } from '../platform/db';

const weekSchema = z.object({
  /** Monday of the week. */
  week: z.string(),
  proposed: z.number(),
  sent: z.number(),
  /** Median share of the words that were changed in what was sent; null where nothing was. */
  edited: z.number().nullable(),
  /** Put away by somebody, with or without a reason. */
  rejected: z.number(),
  reasons: z.record(z.string(), z.number()),
});
export type DraftWeek = z.infer<typeof weekSchema>;

const weeks = 8;

/**
 * What became of the assistant's drafts, by the week they were proposed in. A draft that only gave way to another reply of
 * the conversation was neither sent nor put away by anybody: it counts as proposed alone.
 */
export async function measureDrafts(): Promise<DraftWeek[]> {
  const rows = await db().$queryRaw<unknown[]>`
    WITH drafts AS (
      SELECT to_char(date_trunc('week', "createdAt"), 'YYYY-MM-DD') AS week, state::text AS state, edited, "rejectReason"
      FROM "Draft" WHERE "createdAt" > date_trunc('week', clock_timestamp()) - make_interval(weeks => ${weeks - 1})),
    reasons AS (
      SELECT week, jsonb_object_agg("rejectReason", count) AS reasons FROM (
        SELECT week, "rejectReason", count(*)::int AS count FROM drafts WHERE "rejectReason" IS NOT NULL GROUP BY 1, 2) each
      GROUP BY week)
    SELECT d.week, count(*)::int AS proposed,
      count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY d.edited) FILTER (WHERE d.state = 'sent') AS edited,
      count(*) FILTER (WHERE d."rejectReason" IS NOT NULL)::int AS rejected,
      coalesce((SELECT r.reasons FROM reasons r WHERE r.week = d.week), '{}'::jsonb) AS reasons
    FROM drafts d GROUP BY d.week ORDER BY d.week DESC`;
  return z.array(weekSchema).parse(rows);
}
