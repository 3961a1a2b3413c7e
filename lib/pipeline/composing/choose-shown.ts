import type { Grounded } from './ground-sentence';

const near = 0.75;

/** A sentence so close to its source's words that nobody has to read it a second time may be shown while the rest is written. */
export const isShown = (sentence: Grounded): boolean => sentence.kind === 'courtesy' || sentence.support >= near;
