import { DateTime } from 'luxon';
import { databaseNow } from '../platform/clock';
import type { Counting } from './metric-frame.schema';
import { readMetricState } from './read-metric-state';

/** How far the figures are, and the day it is in the desk's time zone. */
export async function readCounting(): Promise<Counting> {
  const [{ settings, hours, stale, countedAt }, now] = await Promise.all([readMetricState(), databaseNow()]);
  return {
    timeZone: settings.timeZone,
    today: DateTime.fromJSDate(now, { zone: settings.timeZone }).toISODate()!,
    countedAt: countedAt.toISOString(),
    stale,
    workingHours: Object.keys(hours).length > 0,
  };
}
