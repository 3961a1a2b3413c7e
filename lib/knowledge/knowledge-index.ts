import type { Passage } from './knowledge.schema';

/** Where a term occurs: passage positions, and how often in each, title and headings weighed in. */
export type Postings = { passages: number[]; weights: number[] };

/** A search index in memory over one set of passages. Made by `indexPassages`, read by `searchPassages`; never changed. */
export type KnowledgeIndex = {
  passages: readonly Passage[];
  postings: ReadonlyMap<string, Postings>;
  /** Weighed length of each passage in terms. */
  lengths: Float64Array;
  averageLength: number;
};
