import { findConcepts } from './find-concepts';

/** What is read of a text besides its words and pairs of neighbours. Part of the model: a text is read as the examples were. */
export type Reading = {
  /** Lengths of the character runs inside words. */
  shortest: number;
  longest: number;
  /** Any two words at most this far apart, in either order; 0 for none. */
  reach: number;
  concepts: boolean;
  /** Power of the inverse document frequency: under 1, names and slips of the keyboard count for less. */
  rarity: number;
};

/**
 * Few examples need all that knowledge can add: short character runs and the lexicon of service concepts.
 * Thousands of them teach more than the lexicon knows, and have word pairs often enough to learn from.
 */
export function chooseReading(examples: number): Reading {
  return examples < MANY_EXAMPLES
    ? { shortest: 2, longest: 5, reach: 0, concepts: true, rarity: 1 }
    : { shortest: 3, longest: 4, reach: 5, concepts: false, rarity: 0.8 };
}

export const MANY_EXAMPLES = 4_000;

/** Counted features of one text, each under a 32-bit hash. */
export type Features = {
  words: Map<number, number>;
  characters: Map<number, number>;
  pairs: Map<number, number>;
  concepts: Map<number, number>;
  /** Hashes of the single words: how many of them are known says how familiar a text is. */
  singles: number[];
  /** Readable form of each word feature, for saying which words counted. */
  names: Map<number, string>;
};

const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;
// Seeds keep the two blocks apart: the word "an" and the character pair "an" are different features.
const WORD_SEED = FNV_OFFSET;
const CHARACTER_SEED = FNV_OFFSET ^ 0x5bd1e995;
const CONCEPT_SEED = FNV_OFFSET ^ 0x27d4eb2f;
const PAIR_SEED = FNV_OFFSET ^ 0x165667b1;
// As long as messages get where every two neighbouring words still say something of the wish.
const MOST_TOKENS_PAIRED = 200;

/**
 * Lower case, one form for each letter, and one word for what varies without meaning:
 * any order number counts as the same word, so that examples with one number teach about all numbers.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\[([a-z][a-z_]*)_\d+\]/g, ' _$1_ ')
    .replace(/\b[a-z]{2,4}-\d{4,8}\b|#\s?\d{4,8}\b/g, ' _order_ ')
    .replace(
      /(?:[$€£]\s?\d[\d.,]*\d|[$€£]\s?\d)|\b\d[\d.,]*\s?(?:[€£]|dollars?\b|bucks\b|usd\b|euros?\b)/g,
      ' _amount_ ',
    )
    .replace(/\b(order(?:\s+(?:number|no\.?|nr\.?))?)\s+\d{4,8}\b/g, '$1 _order_ ')
    .replace(/\b\d{5,}\b/g, ' _digits_ ');
}

/** Word 1–2-grams, runs of characters inside padded words, and what else the reading asks for. */
export function extractFeatures(text: string, reading: Reading): Features {
  const tokens = normaliseText(text).match(/[\p{L}\p{N}_']+|[?!]+/gu) ?? [];
  const words = new Map<number, number>();
  const characters = new Map<number, number>();
  const names = new Map<number, string>();
  const singles: number[] = [];

  let previous = '^';
  for (const raw of tokens) {
    const mark = /^[?!]/.test(raw);
    const token = mark ? raw[0]! : raw;
    const single = hash(token, WORD_SEED);
    add(words, single);
    names.set(single, token);
    if (!mark) singles.push(single);
    const pairName = `${previous} ${token}`;
    const pair = hash(pairName, WORD_SEED);
    add(words, pair);
    names.set(pair, pairName.replace('^ ', ''));
    previous = token;
    if (!token.startsWith('_')) addCharacters(` ${token} `, reading, characters);
  }
  const last = hash(`${previous} $`, WORD_SEED);
  add(words, last);
  const pairs = reading.reach > 0 ? pairWords(tokens, reading.reach, names) : new Map<number, number>();
  const concepts = reading.concepts ? countConcepts(tokens) : new Map<number, number>();
  return { words, characters, pairs, concepts, singles, names };
}

/** "card not arrived" and "not arrived my card" share the pair of "arrived" and "card", whatever stands between. */
function pairWords(tokens: string[], reach: number, names: Map<number, string>): Map<number, number> {
  const pairs = new Map<number, number>();
  const plain = tokens.filter((token) => !/^[?!]/.test(token)).slice(0, MOST_TOKENS_PAIRED);
  plain.forEach((token, at) => {
    for (const other of plain.slice(at + 1, at + 1 + reach)) {
      const name = token < other ? `${token} … ${other}` : `${other} … ${token}`;
      const key = hash(name, PAIR_SEED);
      pairs.set(key, 1);
      names.set(key, name);
    }
  });
  return pairs;
}

function countConcepts(tokens: string[]): Map<number, number> {
  const concepts = new Map<number, number>();
  // A long message names nearly everything: pairs of all with all would only say that it is long.
  const found = findConcepts(tokens).slice(0, 24);
  found.forEach((concept, index) => {
    add(concepts, hash(concept, CONCEPT_SEED));
    for (const other of found.slice(index + 1)) add(concepts, hash(`${concept}+${other}`, CONCEPT_SEED));
  });
  return concepts;
}

function addCharacters(padded: string, { shortest, longest }: Reading, into: Map<number, number>) {
  // Longer than any word of the languages served: a wall of text without spaces must not cost seconds.
  const length = Math.min(padded.length, 40);
  for (let start = 0; start < length - 1; start++) {
    let value = CHARACTER_SEED;
    const end = Math.min(length, start + longest);
    for (let at = start; at < end; at++) {
      value = Math.imul(value ^ padded.charCodeAt(at), FNV_PRIME);
      if (at - start + 1 >= shortest) add(into, value >>> 0);
    }
  }
}

function add(counts: Map<number, number>, key: number) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
  return value >>> 0;
}
