import type { Dimension } from './metric.schema';

/** A cut is a set of dimensions, a bit each; its slices are the combinations of their values that there are. */
export const dimensions = ['channel', 'team', 'intent', 'language', 'tier', 'customerTier', 'agent'] as const;
const bit = new Map<Dimension, number>(dimensions.map((dimension, at) => [dimension, 1 << at]));

/** Parts the values of a slice. */
export const parting = '\u001f';

export const cutOf = (asked: Iterable<Dimension>): number => [...asked].reduce((cut, one) => cut | bit.get(one)!, 0);
export const dimensionsOf = (cut: number): Dimension[] => dimensions.filter((one) => (cut & bit.get(one)!) !== 0);
const width = (cut: number): number => dimensionsOf(cut).length;

const agent = cutOf(['agent']);
const all = Array.from({ length: 1 << dimensions.length }, (_, cut) => cut);
const withAgent = (cut: number) => (cut & agent) !== 0;

/** An hour of UTC, a day or a week of the desk's. */
export type Grain = 'h' | 'd' | 'w';
export type Cut = { grain: Grain; cut: number };

/**
 * What is summed ahead. By the day every two dimensions with each other, so that a dashboard with a filter that is broken
 * down by another dimension reads one row a day and value; by the hour one dimension. More filters at once read the facts.
 */
export const sharedCuts: readonly Cut[] = all
  .filter((cut) => !withAgent(cut))
  .flatMap((cut) => [
    ...(width(cut) <= 2 ? [{ grain: 'd' as const, cut }] : []),
    ...(width(cut) <= 1 ? [{ grain: 'h' as const, cut }] : []),
  ]);

/** The same of what people did, always by person. */
export const peopleCuts: readonly Cut[] = all
  .filter(withAgent)
  .flatMap((cut) => [
    ...(width(cut) <= 2 ? [{ grain: 'd' as const, cut }] : []),
    ...(width(cut) === 1 ? [{ grain: 'h' as const, cut }] : []),
  ]);

/**
 * Spreads are kept by the week too, for every cut that is kept by the day: medians over months for each value of a dimension
 * would join thousands of days.
 */
export const withWeeks = (cuts: readonly Cut[]): readonly Cut[] => [
  ...cuts,
  ...cuts.filter(({ grain }) => grain === 'd').map(({ cut }) => ({ grain: 'w' as const, cut })),
];

const summed = new Set([...sharedCuts, ...peopleCuts].map(({ grain, cut }) => `${grain}${cut}`));
export const isSummed = (grain: Grain, cut: number): boolean => summed.has(`${grain}${cut}`);
