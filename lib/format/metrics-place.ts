import type { Filters, Granularity, Period } from '../metrics/metric.schema';
import type { Counting } from '../metrics/metric-frame.schema';
import {
  type Comparison,
  chooseComparison,
  choosePeriod,
  comparisons,
  countDays,
  isPreset,
  type Preset,
  usualPreset,
} from './period';

/** What one narrows by, in the order of the bar. Agents have a page of their own. */
export const filterKeys = ['channel', 'team', 'intent', 'language', 'tier', 'customerTier'] as const;
export type FilterKey = (typeof filterKeys)[number];
export type Narrowed = Partial<Record<FilterKey, string[] | undefined>>;

/** What a page of figures is asked for, as it stands in the address: a link shows the same to whoever opens it. */
export type MetricsPlace = {
  /** Null where days were chosen. */
  preset: Preset | null;
  period: Period;
  comparison: Comparison;
  /** What the comparison comes to. */
  previous: Period | null;
  filters: Narrowed;
  /** The numbers instead of the pictures. */
  table: boolean;
};

const dayPattern = /^\d{4}-\d\d-\d\d$/;
const isDay = (text: string | null): text is string =>
  text !== null && dayPattern.test(text) && !Number.isNaN(Date.parse(text));
const mostDays = 800;

/** Reads an address; what does not make sense in it counts as not said. `today` is the desk's, `since` its first day. */
export function readPlace(search: URLSearchParams, { today, since }: Pick<Counting, 'today' | 'since'>): MetricsPlace {
  const [from, to, asked] = [search.get('from'), search.get('to'), search.get('period')];
  const chosen = isDay(from) && isDay(to) && from <= to && countDays({ from, to }) <= mostDays ? { from, to } : null;
  const preset = chosen ? null : isPreset(asked) ? asked : usualPreset(today);
  const period = chosen ?? choosePeriod(preset!, today);
  const comparison = comparisons.find(([key]) => key === search.get('against'))?.[0] ?? 'before';
  return {
    preset,
    period,
    comparison,
    previous: chooseComparison(comparison, period, since),
    filters: Object.fromEntries(
      filterKeys.flatMap((key) => {
        const values = [...new Set(search.getAll(key))].slice(0, 50);
        return values.length > 0 ? [[key, values]] : [];
      }),
    ),
    table: search.get('view') === 'table',
  };
}

/** The address of a place: only what differs from how a page begins is written. */
export function writePlace(place: Omit<MetricsPlace, 'previous'>, today: string): URLSearchParams {
  const search = new URLSearchParams();
  if (!place.preset) {
    search.set('from', place.period.from);
    search.set('to', place.period.to);
  } else if (place.preset !== usualPreset(today)) search.set('period', place.preset);
  if (place.comparison !== 'before') search.set('against', place.comparison);
  for (const key of filterKeys) for (const value of place.filters[key] ?? []) search.append(key, value);
  if (place.table) search.set('view', 'table');
  return search;
}

/** What the server is asked for, of everything that stands in the address. */
export function askedOf({ period, previous, filters }: MetricsPlace): {
  period: Period;
  compare: Period | 'none';
  filters: Filters;
} {
  return { period, compare: previous ?? 'none', filters: dropEmpty(filters) };
}

/** A day by the hour, two months by the day, more by the week: of ninety points a line tells nothing. */
export function chooseGranularity(period: Period): Granularity {
  const days = countDays(period);
  return days <= 2 ? 'hour' : days <= 62 ? 'day' : 'week';
}

const dropEmpty = (filters: Narrowed): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([, values]) => values && values.length > 0)) as Filters;
