import { DateTime } from 'luxon';
import { databaseNow } from '../platform/clock';
import { db } from '../platform/db';
import type { Counting } from './metric-frame.schema';
import { readMetricState } from './read-metric-state';

/** How far the figures are, and the day it is in the desk's time zone. */
export async function readCounting(): Promise<Counting> {
  const [{ settings, hours, stale, countedAt }, now, { _min: first }] = await Promise.all([
    readMetricState(),
    databaseNow(),
    db().conversationFact.aggregate({ _min: { cameAt: true } }),
  ]);
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone: settings.timeZone }).toISODate()!;
  return {
    timeZone: settings.timeZone,
    today: dayOf(now),
    since: first.cameAt && dayOf(first.cameAt),
    countedAt: countedAt.toISOString(),
    stale,
    workingHours: Object.keys(hours).length > 0,
  };
}
