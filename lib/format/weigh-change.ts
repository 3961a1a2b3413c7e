import type { Figure, MeasureDefinition } from '../metrics/metric.schema';

/** What a change carries: `more` or `less` can be said, `same` is within what chance does, `few` is too little to tell. */
export type Weighed = 'more' | 'less' | 'same' | 'few' | 'none';

/** Fewer say nothing: a single one more would move the share by over three points. */
export const least = 30;
/** Of means and medians no spread is known here: less than a twentieth is called the same. */
const smallest = 0.05;

/**
 * Whether a figure moved by more than chance does. Shares by the usual test of two proportions at 95 of 100 (Agresti: An Introduction
 * to Categorical Data Analysis, 2.2); other figures by a twentieth. `none`: nothing to compare with.
 */
export function weighChange(unit: MeasureDefinition['unit'], now: Figure, before: Figure | null): Weighed {
  if (!before || before.value === null || now.value === null)
    return now.value === null || now.n < least ? 'few' : 'none';
  if (now.n < least || before.n < least) return 'few';
  const by = now.value - before.value;
  if (unit === 'share') {
    const pooled = (now.value * now.n + before.value * before.n) / (now.n + before.n);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.n + 1 / before.n));
    return error === 0 || Math.abs(by) / error < 1.96 ? 'same' : by > 0 ? 'more' : 'less';
  }
  if (before.value === 0) return by === 0 ? 'same' : by > 0 ? 'more' : 'less';
  return Math.abs(by / before.value) < smallest ? 'same' : by > 0 ? 'more' : 'less';
}
