import { DateTime } from 'luxon';
import type { PersonActor } from '../auth/permissions';
import { readMetricSettings } from '../metrics/metric-settings';
import { mapCategories } from './map-categories';
import { readCoverage } from './read-coverage';
import { readDeskVolumes } from './read-desk-volumes';
import { readPastVolumes } from './read-past-volumes';
import { type MapAnswer, type MapQuery, mapQuerySchema } from './worth.schema';

const dayMs = 86_400_000;
/** A table of a few days says little of a month. */
const fewestDays = 7;

/** Where automating pays, by the volume of this desk or by old tickets; what this desk achieves already counts for both. Throws `forbidden`. */
export async function readMap(person: PersonActor, query: MapQuery): Promise<MapAnswer> {
  const { source, span } = mapQuerySchema.parse(query);
  const [desk, past, settings] = await Promise.all([
    readDeskVolumes(person, span),
    readPastVolumes(),
    readMetricSettings(),
  ]);
  const own = source === 'desk';
  const volumes = own ? desk.volumes : past.volumes;
  const costs = { hourMicros: settings.labourMicrosPerHour, automatedMicros: desk.automatedMicros };
  const day = (at: Date | null) => at && DateTime.fromJSDate(at, { zone: settings.timeZone }).toISODate();
  const { from, to } = own ? span.period : { from: day(past.from), to: day(past.to) };
  const days = from && to ? (Date.parse(to) - Date.parse(from)) / dayMs + 1 : 0;
  return {
    ...{ source, from, to, coming: past.coming },
    tickets: volumes.reduce((sum, { tickets }) => sum + tickets, 0),
    ...costs,
    categories: mapCategories({
      volumes,
      days: own ? days : Math.max(fewestDays, days),
      achieved: desk.achieved,
      coverage: await readCoverage(volumes),
      costs,
    }),
  };
}
