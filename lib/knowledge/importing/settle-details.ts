import type { ImportedArticle } from '../import.schema';
import type { Audience } from '../knowledge.schema';

type Details = { audience: Audience; collection: string };

/**
 * Who may read an imported article and where it stands. What its file does not say stays as the article has it:
 * importing a text again must not open to everybody what was meant for few.
 */
export function settleDetails(read: ImportedArticle, now: Details | undefined): Details {
  return {
    audience: now && !read.saysAudience ? now.audience : read.audience,
    collection: read.collection || (now?.collection ?? ''),
  };
}
