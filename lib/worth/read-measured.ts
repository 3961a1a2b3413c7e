import type { PersonActor } from '../auth/permissions';
import type { SpanQuery } from '../metrics/metric.schema';
import { readMetricSettings } from '../metrics/metric-settings';
import { readDeskVolumes } from './read-desk-volumes';
import type { Measured } from './worth.schema';

const dayMs = 86_400_000;
const daysOfMonth = 365.25 / 12;

/** What the calculator begins with, as it was on this desk in a period. What nothing was measured of is null. Throws `forbidden`. */
export async function readMeasured(person: PersonActor, span: SpanQuery): Promise<Measured> {
  const [{ sums, automatedMicros }, settings] = await Promise.all([
    readDeskVolumes(person, span),
    readMetricSettings(),
  ]);
  const { conversations = 0, closed = 0, verified = 0, assumed = 0, peopleHandled = 0, peopleHandleMs = 0 } = sums;
  const { from, to } = span.period;
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  const channel = (sums.channelMicros ?? 0) / Math.max(1, conversations);
  const { labourMicrosPerHour: hourMicros } = settings;
  return {
    ...{ from, to, hourMicros, platformMicros: settings.platformMicrosPerMonth },
    ticketsPerMonth: conversations > 0 ? { value: (conversations / days) * daysOfMonth, n: conversations } : null,
    deflection: closed > 0 ? { value: (verified + assumed) / closed, n: closed } : null,
    humanMicros:
      peopleHandled > 0 && hourMicros > 0
        ? { value: (peopleHandleMs / peopleHandled / 3_600_000) * hourMicros + channel, n: peopleHandled }
        : null,
    automatedMicros: conversations > 0 ? { value: automatedMicros + channel, n: conversations } : null,
  };
}
