import type { ImportedArticle } from '../import.schema';

/** One article as it was read from a file, a page or rows of a table. */
export type ReadArticle = ImportedArticle & { slug: string; language: string; title: string };

/** What came of one file. `skipped` was left out on purpose, `failed` is somebody's to mend. */
export type ReadItem = { file: string } & (
  | { state: 'ready'; article: ReadArticle }
  | { state: 'failed' | 'skipped'; error: string }
);

/** What an article gets that says nothing else itself. */
export type Defaults = { language: string; audience: ImportedArticle['audience']; collection: string };

export const failed = (file: string, error: string): ReadItem => ({ file, state: 'failed', error });
export const skipped = (file: string, error: string): ReadItem => ({ file, state: 'skipped', error });
