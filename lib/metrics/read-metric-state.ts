import { db, Prisma, readPlain, type Tx } from '../platform/db';
import { type MetricSettings, metricSettingsSchema } from './metric.schema';
import type { TeamHours } from './team-hours';

/** By what the figures are counted, which follows the settings within seconds, and up to when. */
export type MetricState = { settings: MetricSettings; hours: TeamHours; stale: boolean; countedAt: Date };

export async function readMetricState(tx: Tx = db()): Promise<MetricState> {
  const row = await tx.metricState.findUnique({ where: { id: 1 } });
  return {
    settings: parseCounted(row?.settings),
    hours: (row?.hours ?? {}) as TeamHours,
    stale: row?.stale ?? false,
    countedAt: row?.countedAt ?? new Date(0),
  };
}

/** By what figures were counted, how they are to be, and the time zones of teams that have working hours, by their id. */
export type Frame = {
  state: Omit<MetricState, 'hours'>;
  settings: MetricSettings;
  zones: Record<string, string>;
  /** When the first conversation that is counted came in. */
  began: Date | null;
};

/** What every dashboard asks first, in one question. */
export async function readFrame(): Promise<Frame> {
  const [row] = await readPlain<{
    counted: unknown;
    stale: boolean;
    at: string;
    wanted: unknown;
    zones: Frame['zones'] | null;
    began: string | null;
  }>(Prisma.sql`
    SELECT s.settings AS counted, s.stale, extract(epoch FROM s."countedAt")::float8 * 1000 AS at,
      (SELECT value FROM "Setting" WHERE key = 'metrics') AS wanted,
      (SELECT jsonb_object_agg(t.id, k."timeZone") FROM "Team" t JOIN "Calendar" k ON k.id = t."calendarId") AS zones,
      (SELECT extract(epoch FROM min("cameAt"))::float8 * 1000 FROM "ConversationFact") AS began
    FROM "MetricState" s WHERE s.id = 1`);
  return {
    zones: row?.zones ?? {},
    began: row?.began ? new Date(Math.round(Number(row.began))) : null,
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
