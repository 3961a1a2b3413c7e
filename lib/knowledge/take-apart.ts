import { readContentTerms, readTerms } from './read-terms';
import type { WeighedTerm } from './score-passages';
import { splitSentences } from './split-sentences';

/** Up to this many content words a query is about one thing. */
const LONG = 24;
/** A letter of more sentences says little new, and each costs a search. */
const MOST_PARTS = 40;
const FEWEST_TERMS = 2;

/** The sentences of a query that ask for something, each as its terms; none when there are fewer than two. */
export function takeApart(query: string, language: string): WeighedTerm[][] {
  const parts = splitSentences(query, language)
    .map(({ text }) => readContentTerms(text, language))
    .filter((terms) => terms.length >= FEWEST_TERMS)
    .slice(0, MOST_PARTS)
    .map((terms) => terms.map(({ term }) => ({ term, weight: 1 })));
  return parts.length < 2 ? [] : parts;
}

/** What a long text says again and again it is about; the square root keeps it from being about nothing else. */
export function weighRepeated(text: string, language: string): WeighedTerm[] {
  const counts = new Map<string, number>();
  for (const { term } of readTerms(text, language)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return readContentTerms(text, language).map(({ term }) => ({ term, weight: Math.sqrt(counts.get(term) ?? 1) }));
}

/** Whether a query is long enough to be searched as a text rather than as a question. */
export const isLong = (terms: readonly unknown[]): boolean => terms.length > LONG;
