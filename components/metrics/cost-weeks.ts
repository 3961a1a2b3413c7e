import { formatDay } from '@/lib/format/format-time';
import { costParts } from '@/lib/format/tell-page';
import type { MetricsAnswer } from '@/lib/metrics/metric.schema';
import type { Stack, StackSeries } from './stacked-bars';

export const costSeries: StackSeries[] = costParts.map(([key, name], at) => ({
  key,
  name,
  colour: `--chart-${at + 1}`,
}));
export const costMeasures = [
  ...costSeries.map(({ key }) => key),
  'cost',
  'cost_per_verified',
  'verified_resolution',
  'conversations',
];

export type CostWeek = {
  start: string;
  verified: number;
  perVerified: number | null;
  parts: Record<string, number | null>;
};

/** What each bucket cost by part, how much was verified in it, and what one of those came to. */
export function readCost({ starts, measures }: MetricsAnswer): CostWeek[] {
  return starts.map((start, at) => {
    const { value = null, n = 0 } = measures.verified_resolution?.series[at] ?? {};
    return {
      start,
      verified: Math.round((value ?? 0) * n),
      perVerified: measures.cost_per_verified?.series[at]?.value ?? null,
      parts: Object.fromEntries(costSeries.map(({ key }) => [key, measures[key]?.series[at]?.value ?? null])),
    };
  });
}

/** The parts of what one verified resolution cost, a bar a bucket. A bucket in which nothing was verified has none. */
export function stackPerVerified(weeks: readonly CostWeek[], timeZone: string): Stack[] {
  return weeks.map(({ start, verified, parts }) => ({
    label: formatDay(start, Date.now(), timeZone),
    title: `Week of ${formatDay(start, Date.now(), timeZone)}, ${verified.toLocaleString('en')} verified`,
    values: Object.fromEntries(
      Object.entries(parts).map(([key, value]) => [key, verified > 0 && value !== null ? value / verified : null]),
    ),
  }));
}
