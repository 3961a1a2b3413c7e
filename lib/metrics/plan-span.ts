import type { PersonActor } from '../auth/permissions';
import { assertMayRead } from './assert-may-read';
import { type Chosen, chooseSource } from './choose-source';
import { chooseZone } from './choose-zone';
import type { Dimension, Filters, Granularity, Period, SpanQuery } from './metric.schema';
import { spanQuerySchema } from './metric.schema';
import { type Buckets, beginsOnHours, planBuckets } from './plan-buckets';
import { readFrame } from './read-metric-state';
import type { Span } from './read-sums';

/** A stretch of time to be read as a whole, and where it is read from. */
export type PlannedSpan = {
  period: Period;
  timeZone: string;
  span: Span;
  filters: Filters;
  countedAt: Date;
  /** Where its figures are read from, broken down by these too. */
  choose(by: readonly Dimension[], granularity?: Granularity): Chosen;
};

export const spanOf = ({ starts, end, weeks }: Buckets): Span => ({ from: starts[0]!, to: end, starts, weeks });

/** What is asked for and by whom, in whose days. Throws `forbidden`, `invalid`. */
export async function planSpan(person: PersonActor, query: SpanQuery): Promise<PlannedSpan> {
  const asked = spanQuerySchema.parse(query);
  const { period, filters } = asked;
  assertMayRead(person, filters);
  const frame = await readFrame();
  const { state } = frame;
  const timeZone = chooseZone(asked, frame);
  const buckets = planBuckets(period, 'day', timeZone);
  const onHours = beginsOnHours(buckets);
  return {
    ...{ period, timeZone, filters, countedAt: state.countedAt },
    span: spanOf(buckets),
    choose: (by, granularity = 'day') =>
      chooseSource({
        dimensions: [...new Set([...(Object.keys(filters) as Dimension[]), ...by])],
        ...{ granularity, timeZone, onHours, deskZone: state.settings.timeZone },
      }),
  };
}
