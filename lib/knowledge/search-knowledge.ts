import { embedTexts, readEmbedding } from '../models/embed-texts';
import { isAppError } from '../platform/errors';
import { log } from '../platform/log';
import { fuseMeaning, nearestPassages } from './fuse-meaning';
import type { RankedPassage, SearchKnowledge } from './knowledge.schema';
import type { KnowledgeIndex } from './knowledge-index';
import { presentPassage } from './present-passage';
import { readIndex } from './read-index';
import { readVectors } from './read-vectors';
import { searchPassages } from './search-passages';

/** A customer waits: after this the words alone must do. */
const TIMEOUT_MS = 1_500;
/** After a failure nobody waits for the endpoint again so soon. */
const REST_MS = 30_000;
const DEEP = 50;

let restsUntil = 0;

/**
 * Search over what is published, by words and, where an embedding endpoint is configured, by meaning, fused. The query
 * must be redacted: it leaves for the endpoint as it is. Whatever fails there, the words are searched.
 */
export async function openSearch(): Promise<SearchKnowledge> {
  const index = await readIndex();
  return (query, options) => searchKnowledge(index, query, options);
}

async function searchKnowledge(
  index: KnowledgeIndex,
  query: string,
  options: Parameters<SearchKnowledge>[1],
): Promise<RankedPassage[]> {
  const limit = options.limit ?? 12;
  const endpoint = await readEmbedding();
  if (!endpoint || Date.now() < restsUntil) return searchPassages(index, query, options);
  const byWords = searchPassages(index, query, { ...options, limit: DEEP });
  try {
    const [vectors, [vector]] = await Promise.all([
      readVectors(index, endpoint.model),
      embedTexts([query], endpoint, { timeoutMs: TIMEOUT_MS }),
    ]);
    const allowed = allowedPassages(index, options);
    const byMeaning = nearestPassages(allowed, vectors, vector!, DEEP);
    const question = byWords[0]?.question ?? [];
    return fuseMeaning(byWords, byMeaning, (passage) => presentPassage(passage, 0, question), limit);
  } catch (error) {
    restsUntil = Date.now() + REST_MS;
    log.warn(isAppError(error) ? { ...error.detail } : { failure: 'vectors' }, 'searched by words alone');
    return byWords.slice(0, limit);
  }
}

/** What the search by words would look at: the language asked for, or all where it has none and others will do. */
function allowedPassages(index: KnowledgeIndex, { language, onlyLanguage, audiences }: Parameters<SearchKnowledge>[1]) {
  const readable = index.passages.filter(({ audience }) => audiences.includes(audience));
  if (language === undefined) return readable;
  const own = readable.filter((passage) => passage.language === language);
  return own.length > 0 || onlyLanguage ? own : readable;
}
