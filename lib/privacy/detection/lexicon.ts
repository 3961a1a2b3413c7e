import asset from './lexicon.json';

/** What a word is known to be; a word may be several. */
export const lexiconClasses = {
  first: 1,
  last: 2,
  city: 4,
  cityPart: 8,
  region: 16,
  street: 32,
  company: 64,
  common: 128,
} as const;

export type Lexicon = Map<string, number>;

let loaded: Lexicon | undefined;

/** The words of names, places, streets and companies, and the common words they are told from. Read at the first use. */
export function readLexicon(): Lexicon {
  loaded ??= unpackLexicon(asset.words);
  return loaded;
}

// Sorted words share their beginnings: each line is how many letters it shares with the one before (base 36),
// its classes (two hexadecimal digits), and the rest of the word. A third of the size of the plain list.
export function packLexicon(words: Lexicon): string {
  let before = '';
  const lines = [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, classes]) => {
      let shared = 0;
      while (shared < 35 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      return shared.toString(36) + classes.toString(16).padStart(2, '0') + word.slice(shared);
    });
  return lines.join('\n');
}

function unpackLexicon(packed: string): Lexicon {
  const words: Lexicon = new Map();
  let before = '';
  for (const line of packed.split('\n')) {
    before = before.slice(0, Number.parseInt(line[0]!, 36)) + line.slice(3);
    words.set(before, Number.parseInt(line.slice(1, 3), 16));
  }
  return words;
}
