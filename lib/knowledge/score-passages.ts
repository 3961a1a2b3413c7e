import type { Shelf } from './knowledge-index';

export type WeighedTerm = { term: string; weight: number };
export type ScoreWeights = {
  /** How much the article as a whole counts beside the passage. */
  article: number;
  /** 0..1: what a title loses that speaks of nothing in the query. */
  title: number;
};

/** A passage is small: that its article speaks about the question elsewhere often says what it is about. */
export const forQuestion: ScoreWeights = { article: 1, title: 0.3 };
/** Among hundreds of words every long article has some of them, and only the titles tell what is about one of them. */
export const forLongText: ScoreWeights = { article: 0.2, title: 0.6 };

/** BM25 of every passage of a shelf, its article's and its title's share weighed in; 0 where none of the terms is. */
export function scorePassages(shelf: Shelf, terms: readonly WeighedTerm[], weights: ScoreWeights): Float64Array {
  const { postings, articleOf, titles } = shelf;
  const scores = new Float64Array(shelf.passages.length);
  const articles = new Float64Array(titles.length);
  for (const { term, weight } of terms) {
    const posting = postings.get(term);
    if (!posting) continue;
    const worth = weight * posting.telling;
    for (let at = 0; at < posting.passages.length; at++) scores[posting.passages[at]!]! += worth * posting.gains[at]!;
    for (let at = 0; at < posting.articles.length; at++)
      articles[posting.articles[at]!]! += worth * posting.articleGains[at]!;
  }
  for (let at = 0; at < scores.length; at++)
    if (scores[at]! > 0) scores[at]! += weights.article * articles[articleOf[at]!]!;
  return weighTitles(shelf, scores, terms, weights.title);
}

/** Scores less what a title loses that speaks of other things than the terms. */
export function weighTitles(
  { titles, articleOf }: Shelf,
  scores: Float64Array,
  terms: readonly WeighedTerm[],
  weight: number,
): Float64Array {
  if (weight === 0) return scores;
  const said = new Set(terms.map(({ term }) => term));
  // Worked out once an article, and only for those that were met; 0 means not yet.
  const factors = new Float64Array(titles.length);
  return scores.map((score, at) => {
    if (score === 0) return 0;
    const article = articleOf[at]!;
    if (factors[article] === 0) factors[article] = 1 - weight * (1 - shareSaid(titles[article]!, said));
    return score * factors[article]!;
  });
}

/** 0..1: share of a title that was said, each word weighed by how telling it is. A text without a title loses nothing. */
function shareSaid(title: readonly { term: string; telling: number }[], said: ReadonlySet<string>): number {
  let all = 0;
  let spoken = 0;
  for (const { term, telling } of title) {
    all += telling;
    if (said.has(term)) spoken += telling;
  }
  return all === 0 ? 1 : spoken / all;
}

/** The positions of the highest scores above 0, highest first, the earlier first among equals. */
export function highest(scores: Float64Array, limit: number, allowed: (position: number) => boolean): number[] {
  const best: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!;
    if (score <= 0 || (best.length === limit && score <= scores[best[limit - 1]!]!) || !allowed(at)) continue;
    let place = best.length;
    while (place > 0 && scores[best[place - 1]!]! < score) place--;
    best.splice(place, 0, at);
    if (best.length > limit) best.pop();
  }
  return best;
}
