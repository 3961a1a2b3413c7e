import { DateTime } from 'luxon';
import type { PersonActor } from '../auth/permissions';
import { AppError } from '../platform/errors';
import { assertMayRead } from './assert-may-read';
import { chooseSource } from './choose-source';
import { chooseZone } from './choose-zone';
import type { Column, SpreadName, Sums } from './columns';
import { contactDays } from './derive-conversation-fact';
import { measures } from './measures';
import type { About, Counted, Measure } from './measures/build-measure';
import {
  type Dimension,
  type Figure,
  type Granularity,
  type MeasureAnswer,
  type MetricsAnswer,
  type MetricsQuery,
  metricsQuerySchema,
} from './metric.schema';
import { type Buckets, beginsOnHours, periodBefore, planBuckets } from './plan-buckets';
import { spanOf } from './plan-span';
import { readFrame } from './read-metric-state';
import { readSums, type Wanted } from './read-sums';
import { addBins, type Spread } from './spread';

/** A month of the platform is spread evenly over the year. */
const monthMs = (365.25 / 12) * 86_400_000;

/** What of one stretch of time was read: a bucket each, all together, and all together by value. */
type Span = { series: Counted[]; total: Counted; byValue: Map<string, Counted> | null };

/**
 * Figures of a period and of the one it is compared with: for each measure its total, a series in the reader's time zone, and
 * its definition; with `by` also the totals for each value of a dimension. Throws `forbidden`, `invalid`.
 */
export async function readMetrics(person: PersonActor, query: MetricsQuery): Promise<MetricsAnswer> {
  const asked = metricsQuerySchema.parse(query);
  const { filters, granularity, period } = asked;
  const by = asked.by ?? null;
  assertMayRead(person, filters, asked.by);
  const frame = await readFrame();
  const { state, settings } = frame;
  const timeZone = chooseZone(asked, frame);
  const dimensions = [...new Set([...(Object.keys(filters) as Dimension[]), ...(by ? [by] : [])])];
  const chosen = chooseMeasures(asked.measures, dimensions.includes('agent'));
  const previousPeriod =
    asked.compare === 'none' ? null : asked.compare === 'previous' ? periodBefore(period) : asked.compare;

  const buckets = [period, ...(previousPeriod ? [previousPeriod] : [])].map((span) =>
    planBuckets(span, granularity, timeZone),
  );
  const firstDay = frame.began && DateTime.fromJSDate(frame.began, { zone: timeZone }).startOf('day').toJSDate();
  const source = { granularity, deskZone: state.settings.timeZone, timeZone, onHours: buckets.every(beginsOnHours) };
  const narrowedBy = Object.keys(filters) as Dimension[];
  const [now, before = null] = await readSpans(buckets, {
    ...{ filters, by, measures: chosen, named: asked.measures !== undefined, granularity },
    chosen: chooseSource({ ...source, dimensions }),
    withoutBy: chooseSource({ ...source, dimensions: narrowedBy }),
    platform: narrowedBy.length > 0 ? null : { microsPerMonth: settings.platformMicrosPerMonth, from: firstDay },
  });
  // Of a time that the desk saw only in part a share can be compared, a sum cannot.
  const whole = !firstDay || !buckets[1] || buckets[1].starts[0]! >= firstDay;
  const compared = ({ adds }: Measure) => before !== null && (whole || !adds);
  return {
    timeZone,
    granularity,
    period,
    previousPeriod,
    starts: buckets[0]!.starts.map((at) => at.toISOString()),
    previousStarts: buckets[1]?.starts.map((at) => at.toISOString()) ?? null,
    countedAt: state.countedAt.toISOString(),
    maturedTo: lastMature(buckets[0]!, timeZone, new Date()),
    measures: Object.fromEntries(
      chosen.map((measure): [string, MeasureAnswer] => [
        measure.key,
        {
          key: measure.key,
          name: measure.name,
          says: measure.says,
          unit: measure.unit,
          better: measure.better,
          target: settings.targets[measure.key] ?? null,
          total: figureOf(measure, now!.total),
          previous: compared(measure) ? figureOf(measure, before!.total) : null,
          series: now!.series.map((counted) => figureOf(measure, counted)),
          previousSeries: compared(measure) ? before!.series.map((counted) => figureOf(measure, counted)) : null,
        },
      ]),
    ),
    breakdown: by
      ? breakDown(
          asked.measures ? chosen : chosen.filter(({ spreads }) => spreads.length === 0),
          now!,
          before,
          compared,
        )
      : null,
  };
}

const figureOf = (measure: Measure, counted: Counted): Figure => ({
  value: measure.value(counted),
  n: measure.n(counted),
});

/** By agent there are people's own figures, without one all others: of a conversation several people may have had a part. */
function chooseMeasures(keys: readonly string[] | undefined, byAgent: boolean): Measure[] {
  const fitting = [...measures.values()].filter(({ about }) => (about === 'people') === byAgent);
  if (!keys) return fitting;
  return keys.map((key) => {
    const found = fitting.find((one) => one.key === key);
    if (found) return found;
    throw new AppError(
      'invalid',
      measures.has(key)
        ? `measures: "${key}" is ${byAgent ? 'no figure of a person' : 'told by agent only'}.`
        : `measures: there is no "${key}".`,
    );
  });
}

type SpansAsked = Pick<Wanted, 'filters' | 'by' | 'chosen'> & {
  granularity: Granularity;
  withoutBy: Wanted['chosen'];
  measures: readonly Measure[];
  /** The measures were asked for by name. */
  named: boolean;
  /** Null where it is shared with what a filter leaves out. `from`: it costs nothing before; null as long as there is nothing. */
  platform: { microsPerMonth: number; from: Date | null } | null;
};

/** What a breakdown is put in order by, whichever of them is told. */
const sizes: Record<About, Column> = { conversations: 'conversations', turns: 'turns', people: 'personConversations' };

async function readSpans(buckets: readonly Buckets[], asked: SpansAsked): Promise<Span[]> {
  const { measures, filters, by, chosen } = asked;
  const about = new Set(measures.map((one) => one.about));
  const wanted: Wanted = {
    spans: buckets.map(spanOf),
    // People's figures are kept by person only: without a filter of people the sum over all of them is read.
    chosen: by === 'agent' && !filters.agent ? chosen : asked.withoutBy,
    ...{ filters, by: null, together: asked.granularity === 'period', weekly: asked.granularity === 'week', about },
    columns: measures.flatMap(({ columns }) => columns),
    spreads: measures.flatMap(({ spreads }) => spreads),
  };
  // Each fact has one value of a dimension: all of them together are the whole.
  const whole = by !== null && asked.named && wanted.together;
  const [rows, valued] = await Promise.all([
    whole ? null : readSums(wanted),
    by
      ? readSums({
          ...{ ...wanted, chosen, by, together: true, spreads: asked.named ? wanted.spreads : [] },
          columns: [...wanted.columns, ...[...about].map((one) => sizes[one])],
        })
      : null,
  ]);
  const spans = buckets.map((one) => emptySpan(one, asked.platform, by !== null));
  const all = rows ?? valued!;
  for (const { span, bucket, sums } of all.sums)
    for (const into of [spans[span]!.series[bucket]!, spans[span]!.total]) addSums(into, sums);
  for (const { span, bucket, measure, bins } of all.spreads)
    for (const into of [spans[span]!.series[bucket]!, spans[span]!.total]) addBins(spreadIn(into, measure), bins);
  const of = (span: number, value: string) => {
    const byValue = spans[span]!.byValue!;
    return byValue.get(value) ?? byValue.set(value, nothing(null)).get(value)!;
  };
  for (const { span, value, sums } of valued?.sums ?? []) addSums(of(span, value), sums);
  for (const { span, value, measure, bins } of valued?.spreads ?? []) addBins(spreadIn(of(span, value), measure), bins);
  return spans;
}

function emptySpan({ starts, end }: Buckets, platform: SpansAsked['platform'], broken: boolean): Span {
  const costOf = (from: Date, to: Date) => {
    if (!platform) return null;
    const since = Math.max(from.getTime(), platform.from?.getTime() ?? Number.POSITIVE_INFINITY);
    return (platform.microsPerMonth * Math.max(0, to.getTime() - since)) / monthMs;
  };
  return {
    series: starts.map((at, index) => nothing(costOf(at, starts[index + 1] ?? end))),
    total: nothing(costOf(starts[0]!, end)),
    byValue: broken ? new Map() : null,
  };
}

const nothing = (platformMicros: number | null): Counted => ({ sums: {}, spreads: {}, platformMicros });

function addSums({ sums }: Counted, more: Sums): void {
  for (const name in more) {
    const value = more[name as Column];
    if (value) sums[name as Column] = (sums[name as Column] ?? 0) + value;
  }
}

function spreadIn({ spreads }: Counted, name: SpreadName): Spread {
  spreads[name] ??= [];
  return spreads[name];
}

/** Values that anything was counted of in either time, the most conversations first. */
function breakDown(
  chosen: Measure[],
  now: Span,
  before: Span | null,
  compared: (measure: Measure) => boolean,
): NonNullable<MetricsAnswer['breakdown']> {
  const size = (counted: Counted | undefined) => {
    const { conversations = 0, turns = 0, personConversations = 0 } = counted?.sums ?? {};
    return conversations + personConversations || turns;
  };
  const keys = new Set([...(now.byValue?.keys() ?? []), ...(before?.byValue?.keys() ?? [])]);
  return [...keys]
    .filter((key) => size(now.byValue?.get(key)) + size(before?.byValue?.get(key)) > 0)
    .sort((a, b) => size(now.byValue?.get(b)) - size(now.byValue?.get(a)) || (a < b ? -1 : 1))
    .map((key) => ({
      key,
      measures: Object.fromEntries(
        chosen.map((measure) => [
          measure.key,
          {
            total: figureOf(measure, now.byValue?.get(key) ?? nothing(null)),
            previous: compared(measure) ? figureOf(measure, before!.byValue?.get(key) ?? nothing(null)) : null,
          },
        ]),
      ),
    }));
}

/** The last day of the period on which nothing that was solved can still come back within its seven days. */
function lastMature({ starts, end }: Buckets, timeZone: string, now: Date): string | null {
  const last = DateTime.min(
    DateTime.fromJSDate(end, { zone: timeZone }).minus({ days: 1 }),
    DateTime.fromJSDate(now, { zone: timeZone })
      .minus({ days: contactDays + 1 })
      .startOf('day'),
  );
  return last.toJSDate() < starts[0]! ? null : last.toISODate();
}
