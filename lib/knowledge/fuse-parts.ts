import { findNames } from './collect-names';
import type { Shelf } from './knowledge-index';
import { forLongText, highest, scorePassages, type WeighedTerm, weighTitles } from './score-passages';

/** Articles of each part that count; what comes later in a list is there for a word or two. */
const DEEP = 30;
/** Sentences are sure of what they ask, the whole of what it is about: it counts as much as two of them. */
const WHOLE_SHARE = 2;
/** Of the articles called by a name the query says: the guide, and what the rest of the query chooses among them. */
const PER_NAME = 4;
const COMMON_NAME = 40;
/** How much the whole query says in that choice, against the name itself. */
const CONTEXT_SHARE = 0.5;

/** A title is held against the whole query in the end: it need not be spoken of in every part. */
const partOfText = { article: forLongText.article, title: 0 };

/**
 * Scores of a long query taken apart: each part speaks for the articles it finds, each with its best passage, and so
 * does each name that the query says as titles say it ("travel card"), so that no part is drowned by the others.
 */
export function fuseParts(
  shelf: Shelf,
  query: string,
  whole: readonly WeighedTerm[],
  parts: readonly WeighedTerm[][],
  allowed: (position: number) => boolean,
): Float64Array {
  const { articleOf, language, names } = shelf;
  const articles = new Float64Array(shelf.titles.length);
  const passages = new Float64Array(shelf.passages.length);
  const mask = passages.map((_, at) => (allowed(at) ? 1 : 0));
  /** The `most` articles with the highest rank, each by its best passage, get its score. */
  const give = (rank: Float64Array, scores: Float64Array, most: number, share: number, among?: ReadonlySet<number>) => {
    const best = new Float64Array(articles.length);
    const by = new Int32Array(articles.length);
    for (let at = 0; at < rank.length; at++) {
      const article = articleOf[at]!;
      if (rank[at]! > best[article]! && mask[at] === 1) {
        best[article] = rank[at]!;
        by[article] = at;
      }
    }
    for (const article of highest(best, most, (each) => among === undefined || among.has(each))) {
      const position = by[article]!;
      articles[article]! += share * scores[position]!;
      passages[position]! += share * scores[position]!;
    }
  };
  for (const terms of parts) {
    const scores = scorePassages(shelf, terms, partOfText);
    give(scores, scores, DEEP, 1);
  }
  const context = scorePassages(shelf, whole, partOfText);
  give(context, context, DEEP, WHOLE_SHARE);
  for (const name of findNames(query, names, language)) {
    const called = names.get(name)!;
    if (called.length > COMMON_NAME) continue;
    const scores = scorePassages(
      shelf,
      name.split(' ').map((term) => ({ term, weight: 1 })),
      partOfText,
    );
    const rank = scores.map((score, at) => (score > 0 ? score + CONTEXT_SHARE * context[at]! : 0));
    give(rank, scores, PER_NAME, 1, new Set(called));
  }
  // Articles in the order of all that spoke for them; within one, the passages that were spoken for first.
  const most = passages.reduce((top, each) => Math.max(top, each), 1);
  const fused = passages.map((own, at) => (own > 0 ? articles[articleOf[at]!]! + (0.01 * own) / most : 0));
  return weighTitles(shelf, fused, whole, forLongText.title);
}
