import { sha256 } from '../platform/crypto';
import { hasPlaceholder } from '../privacy/privacy.schema';
import type { GroundSource } from './composing/ground-sentence';
import type { OpenQuestion } from './plan.schema';

export type Asked = Pick<OpenQuestion, 'question' | 'passages' | 'rules'> & {
  sources: GroundSource[];
  /** What was said before: "And in winter?" is another question after another one. */
  history: string[];
  language: string;
  workspace: string;
  /** Who may look into their account, or change it, may have something done where others are only told. */
  may: { look: boolean; change: boolean };
  prompts: number;
};

/**
 * The name of an answer: the question and everything behind it, articles in the versions that were found, the policies in
 * force and the wording of our prompts. A change of any of them is another name. Null where somebody is in it: their order, their name, their account.
 */
export function cacheKey({ question, history, sources, passages, rules, ...about }: Asked): string | null {
  const texts = [question, ...history, ...sources.flatMap(({ title, text }) => [title, text])];
  if (sources.length === 0 || sources.some(({ kind }) => kind !== 'article') || texts.some(hasPlaceholder)) return null;
  if ([question, ...history].some((text) => /\b[A-Z]{2,5}-\d{3,}\b/.test(text))) return null;
  const asked = [...history, question].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const behind = passages.map(({ passage }) => `${passage.id} ${sha256(passage.text)}`);
  return sha256(JSON.stringify([about, asked, behind, rules]));
}
