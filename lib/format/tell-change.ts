import type { MeasureAnswer } from '../metrics/metric.schema';
import { type FigureChange, formatChange } from './format-figure';
import { least, weighChange } from './weigh-change';

/** `tone`: good or bad only where it is more than chance does, and one of the two is better. */
export type ToldChange = FigureChange & { tone: 'good' | 'bad' | 'plain' };

type Told = Pick<MeasureAnswer, 'unit' | 'better' | 'total' | 'previous'>;

/**
 * How a figure moved since the time before, for beside it. What is counted is what it is, be it little; a share or a mean of a
 * few is hardly known, and that is said instead. Null where there is nothing to compare.
 */
export function tellChange({ unit, better, total, previous }: Told): ToldChange | null {
  const change = formatChange(unit, total.value, previous?.value ?? null);
  if (!change || !previous) return null;
  if (unit !== 'count') {
    if (total.n < least) return { way: 'same', says: 'few yet', tone: 'plain' };
    if (previous.n < least) return { way: 'same', says: 'few before', tone: 'plain' };
  }
  const weighed = weighChange(unit, total, previous);
  const told = better !== null && change.way !== 'same' && (weighed === 'more' || weighed === 'less');
  return { ...change, tone: !told ? 'plain' : change.way === better ? 'good' : 'bad' };
}
