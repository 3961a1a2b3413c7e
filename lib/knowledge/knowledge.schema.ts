import { z } from 'zod';

export const audiences = ['public', 'verified', 'agents'] as const;
export const audienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof audienceSchema>;

export const articleTextSchema = z.object({
  articleId: z.string().min(1),
  slug: z.string().min(1).max(200),
  title: z.string().min(1).max(300),
  version: z.number().int().min(1),
  language: z.string().min(2).max(10),
  audience: audienceSchema,
  /** Markdown without front matter. */
  markdown: z.string().max(200_000),
});
export type ArticleText = z.infer<typeof articleTextSchema>;

/** A piece of an article small enough to be read in one look (about 120 words). */
export const passageSchema = articleTextSchema.omit({ markdown: true }).extend({
  /** `articleId@version#position`: stable for a version of an article. */
  id: z.string().min(1),
  /** Headings from the top of the article down to the passage, without the title. */
  headings: z.array(z.string()),
  /** Plain text: Markdown marks removed, list items one a line. */
  text: z.string(),
});
export type Passage = z.infer<typeof passageSchema>;

/** A content word of the question: `weight` is its idf as a share of all of them, so that they sum to 1. */
export type QueryTerm = { term: string; word: string; weight: number };

export type RankedPassage = {
  passage: Passage;
  /** BM25; comparable within one search only. */
  score: number;
  /** Words of the question found in the passage, as the customer wrote them. */
  matched: string[];
  /** 0..1: share of the question, weighed by how telling its words are, found in the passage, its headings and title. */
  coverage: number;
  /** Content words of the question; the same list on each passage of one search. */
  question: QueryTerm[];
  /** The passage in sentences, each with the terms it holds, ready for choosing an answer. */
  sentences: { text: string; terms: string[]; start: number }[];
  /** Where in the passage's text the sentence stands that says most to the question; null when only its title or headings do. */
  span: { start: number; end: number } | null;
  /** Content terms of the title, and of the headings above the passage. */
  titleTerms: string[];
  headingTerms: string[];
};

export type SearchOptions = {
  /** Only passages in this language (ISO 639-1), when there are any. */
  language?: string;
  /** Nothing rather than passages in another language. */
  onlyLanguage?: boolean;
  /** Whose articles may be read: a customer's search never names `agents`. */
  audiences: readonly Audience[];
  limit?: number;
  /** Search a long query as one bag of words, not sentence by sentence. */
  whole?: boolean;
};

/** The instrument handed to the retrieval stage: an index closed over by `search-passages.ts`. */
export type SearchKnowledge = (query: string, options: SearchOptions) => RankedPassage[] | Promise<RankedPassage[]>;

export const seedArticleSchema = z.object({
  title: z.string().min(1).max(300),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  audience: audienceSchema,
  language: z.string().length(2),
  team: z.enum(['orders', 'returns', 'membership', 'billing']),
});
