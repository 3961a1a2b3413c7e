import { db, Prisma, readPlain, type Tx } from '../platform/db';
import { type MetricSettings, metricSettingsSchema } from './metric.schema';

/** By what the figures are counted, which follows the settings within seconds, and up to when. */
export type MetricState = { settings: MetricSettings; stale: boolean; countedAt: Date };

export async function readMetricState(tx: Tx = db()): Promise<MetricState> {
  const row = await tx.metricState.findUnique({ where: { id: 1 } });
  return {
    settings: parseCounted(row?.settings),
    stale: row?.stale ?? false,
    countedAt: row?.countedAt ?? new Date(0),
  };
}

/** What every dashboard asks first, in one question: by what figures were counted, and how they are to be. */
export async function readFrame(): Promise<{ state: MetricState; settings: MetricSettings }> {
  const [row] = await readPlain<{ counted: unknown; stale: boolean; at: string; wanted: unknown }>(Prisma.sql`
    SELECT s.settings AS counted, s.stale, extract(epoch FROM s."countedAt")::float8 * 1000 AS at,
      (SELECT value FROM "Setting" WHERE key = 'metrics') AS wanted FROM "MetricState" s WHERE s.id = 1`);
  return {
    state: {
      settings: parseCounted(row?.counted),
      stale: row?.stale ?? false,
      countedAt: new Date(Math.round(Number(row?.at ?? 0))),
    },
    settings: metricSettingsSchema.parse(row?.wanted ?? {}),
  };
}

const parseCounted = (value: unknown): MetricSettings =>
  metricSettingsSchema.catch(metricSettingsSchema.parse({})).parse(value ?? {});
