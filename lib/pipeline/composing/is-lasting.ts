import { hasPlaceholder } from '../../privacy/privacy.schema';
import type { Written } from '../plan.schema';

/**
 * Whether an answer may be kept for whoever asks the same: it rests on the sources the question came with, and on nothing
 * that was looked up on the way or that the customer said, and nobody is in it. One that had to be cut is not kept: the next
 * may come out whole.
 */
export const isLasting = ({ sentences, cut }: Written, sources: readonly string[]): boolean =>
  cut.length === 0 &&
  sentences.every(({ text, cited }) => cited.every((id) => sources.includes(id)) && !hasPlaceholder(text));
