import type { Tx } from '../platform/db';
import { calendarSchema, fitsSchema, type Policy } from './sla.schema';

/** What is promised, in order, with the calendars it counts by: few rows, read as they stand. */
export async function readPolicies(tx: Tx): Promise<Policy[]> {
  const rows = await tx.slaPolicy.findMany({
    where: { enabled: true },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
  });
  const ids = [...new Set(rows.flatMap(({ calendarId }) => (calendarId ? [calendarId] : [])))];
  const calendars = ids.length > 0 ? await tx.calendar.findMany({ where: { id: { in: ids } } }) : [];
  const byId = new Map(calendars.map((one) => [one.id, calendarSchema.parse(one)]));
  return rows.map((row) => ({
    id: row.id,
    fits: fitsSchema.parse(row.fits),
    firstReplyMinutes: row.firstReplyMinutes,
    nextReplyMinutes: row.nextReplyMinutes,
    resolveMinutes: row.resolveMinutes,
    calendar: byId.get(row.calendarId ?? '') ?? null,
    pauseSnoozed: row.pauseSnoozed,
    pauseWaiting: row.pauseWaiting,
  }));
}
