import type { Calendar } from '../conversations/sla.schema';
import { db, Prisma } from '../platform/db';

/** By the id of the team; one that is not in it works day and night. */
export type TeamHours = Record<string, Calendar>;

/** The row of a calendar `k` as a `Calendar`, null where there is none. */
export const calendarJson = Prisma.sql`
  CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('timeZone', k."timeZone", 'hours', k.hours, 'holidays', k.holidays) END`;

export async function readTeamHours(): Promise<TeamHours> {
  const rows = await db().$queryRaw<{ id: string; hours: Calendar }[]>`
    SELECT t.id::text, ${calendarJson} AS hours FROM "Team" t JOIN "Calendar" k ON k.id = t."calendarId"`;
  return Object.fromEntries(rows.map(({ id, hours }) => [id, hours]));
}
