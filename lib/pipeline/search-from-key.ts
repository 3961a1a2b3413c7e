import type { KeyActor } from '../auth/find-api-key';
import { findHelpAddresses } from '../knowledge/help-address';
import { openSearch } from '../knowledge/search-knowledge';
import { inTransaction } from '../platform/db';
import { readVocabulary } from '../privacy/read-vocabulary';
import { redactText } from '../privacy/redact-text';
import { retrievePassages } from './retrieval/retrieve-passages';

const mostShown = 8;

export type FoundPassage = {
  article: string;
  title: string;
  heading: string | null;
  version: number;
  language: string;
  text: string;
  url: string | null;
};

/** Passages of the articles for a question, best first; those for agents only to keys that may read them. */
export async function searchFromKey(
  key: KeyActor,
  { question, language }: { question: string; language?: string | undefined },
): Promise<FoundPassage[]> {
  const keep = await inTransaction(readVocabulary);
  const audience = key.scopes.includes('knowledge:internal') ? 'agents' : 'public';
  const { passages } = await retrievePassages(
    { question: redactText(question, {}, { keep }).text, language: language ?? 'und', audience },
    await openSearch(),
  );
  const shown = passages.slice(0, mostShown).map(({ passage }) => passage);
  const urls = await findHelpAddresses(shown.map(({ articleId }) => articleId));
  return shown.map((passage) => ({
    article: passage.slug,
    title: passage.title,
    heading: passage.headings.at(-1) ?? null,
    version: passage.version,
    language: passage.language,
    text: passage.text,
    url: urls.get(passage.articleId) ?? null,
  }));
}
