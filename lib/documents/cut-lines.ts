import { type DocumentPages, longestLine, mostLines, mostPages } from './document.schema';

/** Pages as they are kept: spaces made one, wide gaps kept as two (they part columns), empty lines and what is too much left out. */
export function cutLines(pages: readonly (readonly string[])[]): DocumentPages {
  let left = mostLines;
  return pages.slice(0, mostPages).map((lines) => {
    const kept: string[] = [];
    for (const line of lines) {
      if (left === 0) break;
      const clean = plain(line.slice(0, 4 * longestLine));
      if (clean === '') continue;
      kept.push(clean.slice(0, longestLine));
      left--;
    }
    return kept;
  });
}

/** A text without pages of its own; a form feed begins one. */
export const linesOfText = (text: string): DocumentPages =>
  cutLines(text.split('\f').map((page) => page.split(/\r\n|[\n\r\u2028\u2029]/)));

const plain = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/\t/g, '  ')
    // Control characters and marks that order text the other way say nothing, and can hide what stands there.
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replace(/\s+/g, (gap) => (gap.length > 1 ? '  ' : ' '));
