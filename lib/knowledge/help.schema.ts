import { z } from 'zod';

/** A language in an address of the help centre. */
export const helpLanguageSchema = z.string().regex(/^[a-z]{2,3}$/);
export const helpPlaceSchema = z.object({ language: helpLanguageSchema, slug: z.string().min(1).max(200) });
export const helpQuerySchema = z.string().trim().max(300).catch('');

export type HelpLink = { slug: string; language: string; title: string };

/** What stands around every page: whose help centre it is, in which languages, and the key of the chat, if there is one. */
export type HelpFrame = { workspace: string; languages: string[]; chatKey: string | null };

export type HelpFront = { used: HelpLink[]; collections: { name: string; articles: HelpLink[] }[] };

export type HelpArticle = HelpLink & {
  articleId: string;
  version: number;
  body: string;
  /** Plain, for search engines. */
  summary: string;
  collection: string;
  updatedAt: string;
  /** The languages it can be read in, its own among them. */
  languages: string[];
  related: HelpLink[];
};

/** A piece of text; `hit` is a word of the question. */
export type Marked = { text: string; hit: boolean };
export type HelpResult = HelpLink & { headings: string[]; excerpt: Marked[] };
export type HelpResults = { query: string; results: HelpResult[]; suggestions: HelpLink[] };
