import { createHash } from 'node:crypto';
import { makeSlug } from '../make-slug';

/**
 * The same text always gets the same slug, so that importing again finds what it wrote. A text that is mostly in another
 * script is named by its hash: "2026年的退货政策" must not become "2026".
 */
export function stableSlug(text: string): string {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const latin = text.match(/[\p{Script=Latin}\p{N}]/gu)?.length ?? 0;
  if (latin > 0 && latin * 2 >= letters) return makeSlug(text);
  return `article-${createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 12)}`;
}
