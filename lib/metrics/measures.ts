import { assistant } from './measures/assistant';
import type { Measure } from './measures/build-measure';
import { contacts } from './measures/contacts';
import { content } from './measures/content';
import { cost } from './measures/cost';
import { durations } from './measures/durations';
import { ends } from './measures/ends';
import { handoffs } from './measures/handoffs';
import { people } from './measures/people';

/** Everything that can be asked for, by key. */
export const measures: ReadonlyMap<string, Measure> = new Map(
  [...ends, ...contacts, ...content, ...durations, ...assistant, ...cost, ...handoffs, ...people].map((one) => [
    one.key,
    one,
  ]),
);
