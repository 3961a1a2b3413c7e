import { sha256 } from '../platform/crypto';
import type { OpenQuestion } from './plan.schema';
import { promptVersion } from './prompts';

const placeholder = /\[[A-Z_]+_\d+\]/;

/**
 * The name of an answer: the question and everything behind it, articles in the versions that were found, the policies in
 * force and the wording of our prompts. A change of any of them is another name. Null where somebody is in it: their order, their name, their account.
 */
export function cacheKey(
  { question, sources, passages, rules }: OpenQuestion,
  about: { language: string; workspace: string; size: string },
): string | null {
  const own = sources.some(({ kind, text }) => kind === 'tool' || placeholder.test(text));
  if (own || placeholder.test(question) || /\b[A-Z]{2,5}-\d{3,}\b/.test(question)) return null;
  const asked = question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const behind = passages.map(({ passage }) => `${passage.id} ${sha256(passage.text)}`);
  return sha256(JSON.stringify([promptVersion, about, asked, behind, rules]));
}
