import type { Passage } from './knowledge.schema';

/**
 * Where a term occurs within a shelf. What it adds to the score of each passage and article is worked out when the
 * index is made, so that a search is a sum.
 */
export type Posting = {
  /** Its inverse document frequency among the passages. */
  telling: number;
  passages: Int32Array;
  gains: Float32Array;
  articles: Int32Array;
  articleGains: Float32Array;
};

/** Everything in one language: how telling a word is can only be counted among texts of its own language. */
export type Shelf = {
  language: string;
  passages: readonly Passage[];
  postings: ReadonlyMap<string, Posting>;
  /** Which article each passage belongs to, as a position within the shelf's articles. */
  articleOf: Int32Array;
  /** Content terms of each article's title, with how telling each is. */
  titles: readonly (readonly { term: string; telling: number }[])[];
  /** Runs of words that titles hold, and the articles that are called so. */
  names: ReadonlyMap<string, readonly number[]>;
  /** The terms by first letter, for words that are spelt wrongly. */
  spellings: ReadonlyMap<string, readonly string[]>;
};

/** A search index in memory over one set of passages. Made by `indexPassages`, read by `searchPassages`; never changed. */
export type KnowledgeIndex = {
  passages: readonly Passage[];
  shelves: ReadonlyMap<string, Shelf>;
};
