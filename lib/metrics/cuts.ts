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

const widest: Record<Grain, number> = { h: 1, d: 2, w: 2 };
const grains = Object.keys(widest) as Grain[];
const cutsOf = (cuts: readonly number[]): Cut[] =>
  cuts.flatMap((cut) => grains.filter((grain) => width(cut) <= widest[grain]).map((grain) => ({ grain, cut })));

/**
 * What is summed ahead. By the day every two dimensions with each other, so that a dashboard with a filter that is broken
 * down by another dimension reads one row a day and value; by the week the same, for what is told of months together; by the
 * hour one dimension. More filters at once read the facts.
 */
export const sharedCuts: readonly Cut[] = cutsOf(all.filter((cut) => !withAgent(cut)));

/** The same of what people did, always by person. */
export const peopleCuts: readonly Cut[] = cutsOf(all.filter(withAgent));

export const allCuts: readonly Cut[] = [...sharedCuts, ...peopleCuts];

const summed = new Set(allCuts.map(({ grain, cut }) => `${grain}${cut}`));
export const isSummed = (grain: Grain, cut: number): boolean => summed.has(`${grain}${cut}`);
