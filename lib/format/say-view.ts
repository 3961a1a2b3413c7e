import type { Filters, Period } from '../metrics/metric.schema';
import type { MetricValues } from '../metrics/metric-frame.schema';
import { filterKeys } from './metrics-place';
import { filterNames, nameValue } from './name-value';
import { type Comparison, formatPeriod, type Preset, presets } from './period';

type View = { days: Preset | Period; comparison: Comparison; filters: Omit<Filters, 'agent'> };

const against: Record<Comparison, string> = {
  before: 'against the time before',
  year: 'against a year before',
  none: 'without a comparison',
};

/** What a kept view shows, in words: its days, what they are compared with, and what it is narrowed by. */
export function sayView({ days, comparison, filters }: View, values: MetricValues | undefined, today: string): string {
  const named =
    typeof days === 'string' ? (presets.find(([key]) => key === days)?.[1] ?? days) : formatPeriod(days, today);
  return [`${named} ${against[comparison]}`, ...sayFilters(filters, values)].join(' · ');
}

/** “Channel: Email, Web chat”, one for each thing it is narrowed by. */
export const sayFilters = (filters: View['filters'], values: MetricValues | undefined): string[] =>
  filterKeys.flatMap((key) => {
    const chosen = filters[key];
    return chosen ? [`${filterNames[key].one}: ${chosen.map((one) => nameValue(key, one, values)).join(', ')}`] : [];
  });
