import { correctWord } from './correct-word';
import { fuseParts } from './fuse-parts';
import { tellingOf } from './index-passages';
import type { Passage, QueryTerm, RankedPassage, SearchOptions } from './knowledge.schema';
import type { KnowledgeIndex, Shelf } from './knowledge-index';
import { presentPassage } from './present-passage';
import { readContentTerms } from './read-terms';
import { forLongText, forQuestion, highest, scorePassages } from './score-passages';
import { splitCompound } from './split-compound';
import { isLong, takeApart, weighRepeated } from './take-apart';

/** What is found by another spelling or a part of a word only is found less surely. */
const GUESS_WEIGHT = 0.7;

/**
 * The passages that speak most about what the query asks, best first. Only those that one of `audiences` may read:
 * what is filtered out here cannot come out anywhere later.
 */
export function searchPassages(index: KnowledgeIndex, query: string, options: SearchOptions): RankedPassage[] {
  const { limit = 12 } = options;
  const readable = (passage: Passage) => options.audiences.includes(passage.audience);
  return chooseShelves(index, options, readable)
    .flatMap((shelf) => {
      const question = weighTerms(shelf, query);
      const allowed = (position: number) => readable(shelf.passages[position]!);
      const scores = scoreQuery(shelf, query, question, allowed, options.whole ?? false);
      return highest(scores, limit, allowed).map((position) => ({
        passage: shelf.passages[position]!,
        score: scores[position]!,
        question,
      }));
    })
    .sort((left, right) => right.score - left.score)
    .slice(0, limit)
    .map(({ passage, score, question }) => presentPassage(passage, score, question));
}

/**
 * The one in the language asked for. Where it has nothing that may be read: all, each searched as its own language is
 * written, or none when `onlyLanguage` says that an answer in another is no answer.
 */
function chooseShelves(
  { shelves }: KnowledgeIndex,
  { language, onlyLanguage = false }: SearchOptions,
  readable: (passage: Passage) => boolean,
): Shelf[] {
  const own = language === undefined ? undefined : shelves.get(language);
  if (own?.passages.some(readable)) return [own];
  return onlyLanguage && language !== undefined ? [] : [...shelves.values()];
}

function scoreQuery(
  shelf: Shelf,
  query: string,
  question: QueryTerm[],
  allowed: (position: number) => boolean,
  whole: boolean,
): Float64Array {
  if (!isLong(question)) {
    const terms = question.map(({ term }) => ({ term, weight: 1 }));
    return scorePassages(shelf, [...terms, ...guessTerms(shelf, question)], forQuestion);
  }
  const repeated = weighRepeated(query, shelf.language);
  const parts = whole ? [] : takeApart(query, shelf.language);
  return parts.length > 0
    ? fuseParts(shelf, query, repeated, parts, allowed)
    : scorePassages(shelf, repeated, forLongText);
}

/** For words no passage has: what they may have been meant to be, or what they are made of. */
function guessTerms(shelf: Shelf, question: QueryTerm[]) {
  const known = (term: string) => shelf.postings.has(term);
  return question.flatMap(({ term, word }) => {
    const parts = splitCompound(word, shelf.language, known);
    if (parts.length > 0) return parts.map((part) => ({ term: part, weight: GUESS_WEIGHT }));
    const meant = known(term) ? undefined : correctWord(term, shelf.spellings);
    return meant ? [{ term: meant.term, weight: GUESS_WEIGHT }] : [];
  });
}

/** Only a slip is put right in what counts as asked: "kayaks" must not pass for a word the articles happen to have. */
function weighTerms(shelf: Shelf, query: string): QueryTerm[] {
  const terms = readContentTerms(query, shelf.language).map(({ term, word }) => {
    const meant = shelf.postings.has(term) ? undefined : correctWord(term, shelf.spellings);
    return { term: meant?.slip ? meant.term : term, word };
  });
  const weights = terms.map(({ term }) => shelf.postings.get(term)?.telling ?? tellingOf(shelf.passages.length, 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return terms.map(({ term, word }, at) => ({ term, word, weight: total === 0 ? 0 : weights[at]! / total }));
}
