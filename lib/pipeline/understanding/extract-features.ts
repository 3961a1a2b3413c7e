import { findConcepts } from './find-concepts';

/** Counted features of one text, each under a 32-bit hash. */
export type Features = {
  words: Map<number, number>;
  characters: Map<number, number>;
  concepts: Map<number, number>;
  /** Readable form of each word feature, for saying which words counted. */
  names: Map<number, string>;
};

const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;
// Seeds keep the two blocks apart: the word "an" and the character pair "an" are different features.
const WORD_SEED = FNV_OFFSET;
const CHARACTER_SEED = FNV_OFFSET ^ 0x5bd1e995;
const CONCEPT_SEED = FNV_OFFSET ^ 0x27d4eb2f;

/**
 * Lower case, one form for each letter, and one word for what varies without meaning:
 * any order number counts as the same word, so that examples with one number teach about all numbers.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\[([a-z]+)_\d+\]/g, ' _$1_ ')
    .replace(/\b[a-z]{2,4}-\d{4,8}\b|#\s?\d{4,8}\b/g, ' _order_ ')
    .replace(
      /(?:[$€£]\s?\d[\d.,]*\d|[$€£]\s?\d)|\b\d[\d.,]*\s?(?:[€£]|dollars?\b|bucks\b|usd\b|euros?\b)/g,
      ' _amount_ ',
    )
    .replace(/\b(order(?:\s+(?:number|no\.?|nr\.?))?)\s+\d{4,8}\b/g, '$1 _order_ ')
    .replace(/\b\d{5,}\b/g, ' _digits_ ');
}

/** Word 1–2-grams, character 2–5-grams inside padded words, and service concepts, single and in pairs wherever they stand. */
export function extractFeatures(text: string): Features {
  const tokens = normaliseText(text).match(/[\p{L}\p{N}_']+|[?!]+/gu) ?? [];
  const words = new Map<number, number>();
  const characters = new Map<number, number>();
  const names = new Map<number, string>();

  let previous = '^';
  for (const raw of tokens) {
    const token = raw.length > 1 && /^[?!]/.test(raw) ? raw[0]! : raw;
    const single = hash(token, WORD_SEED);
    add(words, single);
    names.set(single, token);
    const pairName = `${previous} ${token}`;
    const pair = hash(pairName, WORD_SEED);
    add(words, pair);
    names.set(pair, pairName.replace('^ ', ''));
    previous = token;
    if (!token.startsWith('_')) addCharacters(` ${token} `, characters);
  }
  const last = hash(`${previous} $`, WORD_SEED);
  add(words, last);
  return { words, characters, concepts: countConcepts(tokens), names };
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

function addCharacters(padded: string, into: Map<number, number>) {
  // Longer than any word of the languages served: a wall of text without spaces must not cost seconds.
  const length = Math.min(padded.length, 40);
  for (let start = 0; start < length - 1; start++) {
    let value = CHARACTER_SEED;
    const end = Math.min(length, start + 5);
    for (let at = start; at < end; at++) {
      value = Math.imul(value ^ padded.charCodeAt(at), FNV_PRIME);
      if (at > start) add(into, value >>> 0);
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
