import { db } from '../platform/db';
import type { Volume } from './map-categories';

export type PastVolumes = {
  volumes: Volume[];
  /** Moments of the first and the last. */
  from: Date | null;
  to: Date | null;
  tickets: number;
  coming: number;
};

type Row = {
  intent: string | null;
  themeId: string | null;
  theme: string | null;
  tickets: number;
  meanMs: number | null;
  handled: number;
  medianMs: number | null;
  p90Ms: number | null;
  replies: number | null;
  reopened: number | null;
};

/** What old tickets were about: by intent, by theme where none fits, and the rest together. */
export async function readPastVolumes(): Promise<PastVolumes> {
  // What an intent was that is gone is looked at as what fits none.
  const intents = await db().intent.findMany({ select: { key: true, name: true } });
  const [rows, [span], [coming]] = await Promise.all([
    db().$queryRaw<Row[]>`
      SELECT CASE WHEN t.intent = ANY(${intents.map(({ key }) => key)}) THEN t.intent END AS intent, t."themeId"::text, h.name AS theme, count(*)::int AS tickets,
        avg(t."handleMs")::float8 AS "meanMs", count(t."handleMs")::int AS handled,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY t."handleMs") AS "medianMs",
        percentile_cont(0.9) WITHIN GROUP (ORDER BY t."handleMs") AS "p90Ms",
        avg(t.replies)::float8 AS replies, avg((t.reopened > 0)::int)::float8 AS reopened
      FROM "PastTicket" t LEFT JOIN "PastTheme" h ON h.id = t."themeId"
      WHERE t."sortedAt" IS NOT NULL GROUP BY 1, 2, 3`,
    db().$queryRaw<{ from: Date | null; to: Date | null }[]>`
      SELECT min("cameAt") AS from, max("cameAt") AS to FROM "PastTicket" WHERE "sortedAt" IS NOT NULL`,
    db().$queryRaw<
      { coming: number }[]
    >`SELECT count(*)::int AS coming FROM "HistoryImport" WHERE state IN ('reading', 'sorting')`,
  ]);
  const nameOf = new Map(intents.map(({ key, name }) => [key, name]));
  return {
    volumes: rows.map((row): Volume => {
      const known = row.intent !== null && nameOf.has(row.intent);
      const kind = known ? 'intent' : row.themeId !== null ? 'theme' : 'none';
      return {
        kind,
        key: known ? `intent:${row.intent}` : row.themeId !== null ? `theme:${row.themeId}` : 'none',
        name: known ? nameOf.get(row.intent!)! : (row.theme ?? 'Of its own kind'),
        tickets: row.tickets,
        handle:
          row.meanMs === null ? null : { meanMs: row.meanMs, n: row.handled, medianMs: row.medianMs, p90Ms: row.p90Ms },
        turns: row.replies,
        reopened: row.reopened,
        transferred: null,
      };
    }),
    from: span?.from ?? null,
    to: span?.to ?? null,
    tickets: rows.reduce((sum, { tickets }) => sum + tickets, 0),
    coming: coming?.coming ?? 0,
  };
}
