import { readTerms } from './read-terms';
import { stopWords } from './stop-words';

/** Words; titles that agree in more are found by fewer as well. */
const LONGEST = 5;

/**
 * Runs of two to five words of titles: what the things are called that these articles are about, with the positions of
 * the titles that hold them. A run neither begins nor ends with a small word; its key is the terms joined by spaces.
 */
export function collectNames(titles: readonly string[], language: string): Map<string, number[]> {
  const small = stopWords[language] ?? stopWords.en!;
  const names = new Map<string, number[]>();
  titles.forEach((title, article) => {
    const terms = readTerms(title, language);
    for (let from = 0; from < terms.length; from++) {
      if (small.has(terms[from]!.word)) continue;
      for (let size = 2; size <= LONGEST && from + size <= terms.length; size++) {
        if (small.has(terms[from + size - 1]!.word)) continue;
        const name = join(terms.slice(from, from + size));
        const articles = names.get(name) ?? [];
        names.set(name, articles);
        if (articles.at(-1) !== article) articles.push(article);
      }
    }
  });
  return names;
}

/** The names that a text says, each once, the longest at each place. */
export function findNames(text: string, names: ReadonlyMap<string, unknown>, language: string): string[] {
  const terms = readTerms(text, language);
  const found = new Set<string>();
  const small = stopWords[language] ?? stopWords.en!;
  for (let from = 0; from < terms.length; ) {
    if (small.has(terms[from]!.word)) {
      from++;
      continue;
    }
    let size = Math.min(LONGEST, terms.length - from);
    while (size >= 2 && !names.has(join(terms.slice(from, from + size)))) size--;
    if (size >= 2) found.add(join(terms.slice(from, from + size)));
    from += Math.max(1, size);
  }
  return [...found];
}

const join = (terms: { term: string }[]) => terms.map(({ term }) => term).join(' ');
