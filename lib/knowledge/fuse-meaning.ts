import type { Passage, RankedPassage } from './knowledge.schema';
import type { PassageVectors } from './read-vectors';

/** Cormack, Clarke and Büttcher 2009: how little the difference between the first ranks counts. */
const K = 60;

/** The passages nearest to a vector, nearest first, by exact cosine; vectors of another length are another model's and left out. */
export function nearestPassages(
  passages: readonly Passage[],
  vectors: PassageVectors,
  query: Float32Array,
  limit: number,
): Passage[] {
  const near = passages.flatMap((passage) => {
    const vector = vectors.get(passage.id);
    if (vector?.length !== query.length) return [];
    let cosine = 0;
    for (let at = 0; at < query.length; at++) cosine += vector[at]! * query[at]!;
    return [{ passage, cosine }];
  });
  return near
    .sort((left, right) => right.cosine - left.cosine)
    .slice(0, limit)
    .map(({ passage }) => passage);
}

/**
 * Two rankings as one, by reciprocal rank: scores of words and of meaning cannot be compared, places can.
 * `show` presents a passage that was found by meaning alone.
 */
export function fuseMeaning(
  byWords: readonly RankedPassage[],
  byMeaning: readonly Passage[],
  show: (passage: Passage) => RankedPassage,
  limit: number,
): RankedPassage[] {
  const fused = new Map(byWords.map((ranked, at) => [ranked.passage.id, { ranked, score: 1 / (K + at + 1) }]));
  byMeaning.forEach((passage, at) => {
    const entry = fused.get(passage.id) ?? { ranked: show(passage), score: 0 };
    fused.set(passage.id, { ...entry, score: entry.score + 1 / (K + at + 1) });
  });
  return [...fused.values()]
    .sort((left, right) => right.score - left.score)
    .slice(0, limit)
    .map(({ ranked, score }) => ({ ...ranked, score }));
}
