import { cutOf, type Grain, isSummed } from './cuts';
import type { Dimension, Granularity } from './metric.schema';

export type Chosen = { from: 'sums'; grain: Grain; cut: number } | { from: 'facts' };

/**
 * Where figures are read from: sums by the day where the reader's days are the desk's, else by the hour, which makes the days
 * of any zone that is full hours from UTC; the facts themselves for more filters at once than are summed ahead.
 */
export function chooseSource(asked: {
  dimensions: readonly Dimension[];
  granularity: Granularity;
  deskZone: string;
  timeZone: string;
  onHours: boolean;
}): Chosen {
  const cut = cutOf(asked.dimensions);
  if (asked.granularity !== 'hour' && asked.timeZone === asked.deskZone && isSummed('d', cut))
    return { from: 'sums', grain: 'd', cut };
  if (asked.onHours && isSummed('h', cut)) return { from: 'sums', grain: 'h', cut };
  return { from: 'facts' };
}
