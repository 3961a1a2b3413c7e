import { findNames } from './collect-names';
import type { Shelf } from './knowledge-index';
import { forLongText, highest, scorePassages, type WeighedTerm, weighTitles } from './score-passages';

/** Articles of each part that count; what comes later in a list is there for a word or two. */
const DEEP = 30;
const PASSAGES_DEEP = 60;
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
  const give = (scores: Float64Array, positions: readonly number[], most: number, share: number) => {
    const seen = new Set<number>();
    for (const position of positions) {
      const article = articleOf[position]!;
      if (seen.has(article)) continue;
      if (seen.size === most) break;
      seen.add(article);
      articles[article]! += share * scores[position]!;
      passages[position]! += share * scores[position]!;
    }
  };
  for (const terms of parts) {
    const scores = scorePassages(shelf, terms, partOfText);
    give(scores, highest(scores, PASSAGES_DEEP, allowed), DEEP, 1);
  }
  const context = scorePassages(shelf, whole, partOfText);
  give(context, highest(context, PASSAGES_DEEP, allowed), DEEP, WHOLE_SHARE);
  for (const name of findNames(query, names, language)) {
    const called = names.get(name)!;
    if (called.length > COMMON_NAME) continue;
    const terms = name.split(' ').map((term) => ({ term, weight: 1 }));
    const scores = scorePassages(shelf, terms, partOfText);
    const rank = scores.map((score, at) => (score > 0 ? score + CONTEXT_SHARE * context[at]! : 0));
    const among = new Set(called);
    give(
      scores,
      highest(rank, PASSAGES_DEEP, (at) => among.has(articleOf[at]!) && allowed(at)),
      PER_NAME,
      1,
    );
  }
  // Articles in the order of all that spoke for them; within one, the passages that were spoken for first.
  const most = passages.reduce((top, each) => Math.max(top, each), 1);
  const fused = passages.map((own, at) => (own > 0 ? articles[articleOf[at]!]! + (0.01 * own) / most : 0));
  return weighTitles(shelf, fused, whole, forLongText.title);
}
