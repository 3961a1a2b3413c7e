import { DateTime } from 'luxon';
import { databaseNow } from '../platform/clock';
import type { Counting } from './metric-frame.schema';
import { readFrame } from './read-metric-state';

/** How far the figures are, and the day it is in the desk's time zone. */
export async function readCounting(): Promise<Counting> {
  const [{ state, zones, began }, now] = await Promise.all([readFrame(), databaseNow()]);
  const { timeZone } = state.settings;
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).toISODate()!;
  return {
    timeZone,
    today: dayOf(now),
    since: began && dayOf(began),
    countedAt: state.countedAt.toISOString(),
    stale: state.stale,
    workingHours: Object.keys(zones).length > 0,
  };
}
