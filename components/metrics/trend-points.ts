import { addDays } from '@/lib/format/period';
import type { MetricsAnswer } from '@/lib/metrics/metric.schema';
import { dayOf, labelStart, nameStart } from './measure-tables';
import type { TrendPoint } from './trend-chart';
import type { Behind } from './use-behind-href';

/** A measure as points of a line; a day opens what is behind it. */
export function trendPoints(answer: MetricsAnswer, key: string, behind: Behind): TrendPoint[] {
  const { series = [], previousSeries } = answer.measures[key] ?? {};
  return answer.starts.map((start, at) => {
    const day = dayOf(start, answer.timeZone);
    const to = answer.granularity === 'week' ? addDays(day, 6) : day;
    const { value = null, n = 0 } = series[at] ?? {};
    return {
      label: labelStart(start, answer),
      title: nameStart(start, answer),
      value,
      previous: previousSeries?.[at]?.value ?? null,
      n,
      href: behind({
        measure: key,
        counted: 'of',
        period: { from: day, to: [to, answer.period.to].sort()[0]! },
      }),
    };
  });
}
