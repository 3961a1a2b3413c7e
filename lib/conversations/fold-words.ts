import { placeholders } from '../privacy/privacy.schema';
import type { Term } from './query.schema';

/** Scripts that set no spaces: there a word is not to be told from the next, so each character is one and runs are found. */
const single =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\u2FDF\\u3005-\\u3007\\u3040-\\u30FF\\u3100-\\u312F\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}';
const singles = new RegExp(`[${single}]`, 'gu');
const one = new RegExp(`^[${single}]`, 'u');
export const isSpaceless = (character: string): boolean => one.test(character);

/** Without case and accents; the same as `search_words` in the database, which folds what is stored. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase();

/** The words of a text as they are stored to be searched: to the database only 0 to 9 are digits. */
export function foldWords(text: string): string[] {
  return foldText(text.replace(placeholders, ' '))
    .replace(singles, ' $& ')
    .split(/[^\p{Alphabetic}0-9]+/u)
    .filter((word) => word !== '');
}

/** What a word of a query looks for: words that follow each other, the last of them as a beginning. */
export type Sought = { words: string[]; begins: boolean };

/** From so many characters on a word is also the beginning of longer ones: two letters begin half of a language. */
const beginsFrom = 3;

export function seekTerm(term: Extract<Term, { kind: 'word' }>): Sought | null {
  const words = foldWords(term.text);
  const last = words.at(-1);
  if (last === undefined) return null;
  return { words, begins: !term.quoted && last.length >= beginsFrom };
}

/** What is sought, as a tsquery; words hold letters and digits only, so that nothing in them is grammar. */
function printSought({ words, begins }: Sought): string {
  return words.map((word, at) => `'${word}'${begins && at === words.length - 1 ? ':*' : ''}`).join(' <-> ');
}

/** The words of a query as a tsquery for the database; null when there is none to look for. */
export function printTsQuery(terms: Term[]): string | null {
  const parts = terms.flatMap((term) => {
    if (term.kind !== 'word') return [];
    const sought = seekTerm(term);
    return sought ? [term.not ? `!(${printSought(sought)})` : `(${printSought(sought)})`] : [];
  });
  return parts.length > 0 ? parts.join(' & ') : null;
}
