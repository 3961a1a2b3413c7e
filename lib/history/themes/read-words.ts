import { readContentTerms, type Term } from '../../knowledge/read-terms';

const mostWords = 40;

/** The telling words of a masked text. What stands for somebody, and figures, tell nothing of what it is about. */
export function readWords(gist: string, language: string | null): Term[] {
  const said = gist.replace(/\[[A-Z_]+_\d+\]/g, ' ');
  return readContentTerms(said, language ?? 'en')
    .filter(({ term, word }) => !/\d/.test(word) && [...term].length >= 2)
    .slice(0, mostWords);
}
