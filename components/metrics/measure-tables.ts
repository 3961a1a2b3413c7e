import { dateFormatter } from '@/lib/format/date-formatter';
import { type FigureUnit, formatChange, formatFigure, formatTarget } from '@/lib/format/format-figure';
import { formatDay } from '@/lib/format/format-time';
import type { MeasureAnswer, MetricsAnswer } from '@/lib/metrics/metric.schema';
import type { TableCell, TableData } from './metric-table';

type Way = ((measure: string) => string) | undefined;

/** Figures one under the other: now, before, change, target, and on how many each was measured. */
export function measureTable(title: string, measures: readonly (MeasureAnswer | undefined)[], way: Way): TableData {
  return {
    title,
    heads: ['Figure', 'Now', 'Before', 'Change', 'Target', 'Measured on'],
    rows: measures
      .filter((one) => one !== undefined)
      .map(({ key, name, unit, total, previous, target }): TableCell[] => {
        const change = formatChange(unit, total.value, previous?.value ?? null);
        return [
          name,
          { says: formatFigure(unit, total.value), value: total.value, ...(way ? { href: way(key) } : {}) },
          { says: formatFigure(unit, previous?.value ?? null), value: previous?.value ?? null },
          change ? `${change.way === 'up' ? '+' : change.way === 'down' ? '−' : ''}${change.says}` : '–',
          target === null ? '–' : formatTarget(unit, target),
          measuredOn(unit, total),
        ];
      }),
  };
}

/** On how many; a sum of money is measured on nothing but itself. */
function measuredOn(unit: FigureUnit, { value, n }: MeasureAnswer['total']): TableCell {
  return unit === 'micros' && n === value ? '–' : { says: formatFigure('count', n), value: n };
}

/** Series one beside the other, an hour, a day or a week a row. */
export function seriesTable(title: string, answer: MetricsAnswer, keys: readonly string[]): TableData {
  const chosen = keys.flatMap((key) => answer.measures[key] ?? []);
  return {
    title,
    heads: [
      answer.granularity === 'hour' ? 'Hour' : answer.granularity === 'day' ? 'Day' : 'Week of',
      ...chosen.map(({ name }) => name),
    ],
    rows: answer.starts.map((start, at): TableCell[] => [
      nameStart(start, answer),
      ...chosen.map(({ unit, series }) => {
        const value = series[at]?.value ?? null;
        return { says: formatFigure(unit, value), value };
      }),
    ]),
  };
}

/** On an axis: the day alone where the title names the month. */
export function labelStart(start: string, answer: Pick<MetricsAnswer, 'granularity' | 'timeZone' | 'period'>): string {
  const { granularity, timeZone, period } = answer;
  if (granularity === 'hour')
    return dateFormatter('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(start));
  if (granularity === 'week' || period.from.slice(0, 7) !== period.to.slice(0, 7)) return nameStart(start, answer);
  return String(Number(dayOf(start, timeZone).slice(8)));
}

/** The local day of a moment, as `2026-11-19`. */
export const dayOf = (start: string, timeZone: string): string =>
  dateFormatter('en-CA', { timeZone }).format(new Date(start));

/** “Nov 12”, “Nov 12, 14:00”: where a bucket begins, in the time zone the figures are told in. */
export function nameStart(
  start: string,
  { granularity, timeZone }: Pick<MetricsAnswer, 'granularity' | 'timeZone'>,
): string {
  const day = formatDay(start, Date.now(), timeZone);
  if (granularity !== 'hour') return day;
  return `${day}, ${dateFormatter('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(start))}`;
}
