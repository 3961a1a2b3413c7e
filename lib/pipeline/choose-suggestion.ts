import { UNKNOWN } from './understanding/understanding.schema';

type Said = {
  /** Redacted. */
  text: string;
  /** What the turn understood, the strongest first. */
  wishes: { intent: string; probability: number }[];
  outcome: string | null;
  /** A supervisor said that it was understood wrongly. */
  misread: boolean;
  /** What the live version takes it for, the nearest first, unknown left out. */
  ranked: { intent: string; probability: number }[];
};

/** Under this the assistant was not sure; above it there is little to learn. */
const sureFrom = 0.85;
/** Longer texts hold several wishes: as an example of one they would teach the wrong words. */
const mostWords = 40;
const leastWords = 3;

/** Whether a message is worth teaching with, as which intent, and why. Undefined when there is nothing to learn from it. */
export function chooseSuggestion({ text, wishes, outcome, misread, ranked }: Said) {
  const words = text.split(/\s+/).length;
  // Chinese and Japanese have no blanks to count.
  const long = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? text.length >= 4
    : words >= leastWords;
  if (!long || words > mostWords || wishes.length > 1) return undefined;
  const [wish] = wishes;
  const nearest = ranked[0];
  if (!wish || !nearest) return undefined;
  if (misread) {
    const other = ranked.find(({ intent }) => intent !== wish.intent) ?? nearest;
    return { ...other, why: 'Reviewed as misunderstood' };
  }
  if (wish.intent === UNKNOWN)
    return { ...nearest, why: outcome === 'handed_over' ? 'Not understood, handed over' : 'Not understood' };
  if (wish.probability < sureFrom) return { intent: wish.intent, probability: wish.probability, why: 'Not sure of it' };
  return undefined;
}
