import { type Lexicon, lexiconClasses } from './lexicon';
import type { Token } from './tokenise';

export const featureBits = 16;
const mask = (1 << featureBits) - 1;
const reach = 14; // words looked back or ahead for the word that announces a name

/** Where in the table of weights each word's features lie: `width` of them a word. */
export type Features = { width: number; at: Int32Array; step: Int32Array };

/** For training: words whose names are to be unknown, and words whose classes are to be others. */
export type Practice = { unknown: ReadonlySet<number>; strange: ReadonlyMap<number, number> };

const pad = 3; // words looked at to either side

/** What is known of each word, `pad` places on either side left for the edges of the text. */
type Words = {
  word: Int32Array;
  shape: Int32Array;
  known: Int32Array;
  tail3: Int32Array;
  tail2: Int32Array;
  cues: Uint8Array;
};

/**
 * Reads what a word looks like, what the lists know of it, and its surroundings. Words outside the common ones are seen
 * by form alone: the weights then hold for names nobody listed.
 */
export function readFeatures(tokens: Token[], lexicon: Lexicon, practice?: Practice): Features {
  const count = tokens.length;
  const words = readWords(tokens, (token, at) => {
    const bits = practice?.strange.get(at) ?? classesOf(token, lexicon);
    const forgotten = practice?.unknown.has(at);
    return forgotten ? bits & (lexiconClasses.common | lexiconClasses.street | lexiconClasses.company) : bits;
  });
  const { word, shape, known, tail3, tail2, cues } = words;
  const casing = casingOf(tokens);
  const width = 40;
  const features = new Int32Array(count * width);
  const step = new Int32Array(count * 2);
  const left = announcing(cues, word, count, -1);
  const right = announcing(cues, word, count, 1);
  const ends = new Set([hash('.'), hash('!'), hash('?'), hash('\n'), hash(':'), hash('"'), 13, 11]);

  for (let at = 0; at < count; at++) {
    const i = at + pad;
    const w = word[i]!,
      w1 = word[i - 1]!,
      w2 = word[i - 2]!,
      n1 = word[i + 1]!,
      n2 = word[i + 2]!;
    const s = shape[i]!,
      s1 = shape[i - 1]!,
      t1 = shape[i + 1]!;
    const m = known[i]!,
      m1 = known[i - 1]!,
      k1 = known[i + 1]!;
    const cased = mix(m, casing);
    const form = mix(s, m);
    const starts = ends.has(s1) ? 1 : 0;
    const l = left[at]!,
      r = right[at]!;
    let f = at * width;
    const add = (id: number, a: number, b = 0, c = 0) => {
      features[f++] = mix(mix(mix(id * 7919 + 1, a), b), c) & mask;
    };
    add(1, w);
    add(2, w1);
    add(3, n1);
    add(4, w2);
    add(5, n2);
    add(6, w1, w);
    add(7, w, n1);
    add(8, w2, w1);
    add(9, n1, n2);
    add(10, s, casing);
    add(11, s1, s, casing);
    add(12, s, t1, casing);
    add(13, s1, s, t1);
    add(14, cased);
    add(15, form, casing);
    add(16, m1, m);
    add(17, m, k1);
    add(18, m1, m, k1);
    add(19, w1, form);
    add(20, n1, form);
    add(21, w2, w1, s);
    add(22, tail3[i]!, s);
    add(23, tail2[i]!, m);
    add(24, l);
    add(25, l, s);
    add(26, l, m);
    add(27, r, s);
    add(28, starts, s, m);
    add(29, casing, starts, s);
    add(30, word[i - 3]!, s);
    add(31, w1, n1, s);
    add(32, w1, w2, m);
    add(33, t1, k1, s);
    add(34, s1, m1, s);
    add(35, shape[i - 2]!, s1, s);
    add(36, s, t1, shape[i + 2]!);
    add(37, r, m);
    add(38, l, r, s);
    add(39, known[i + 2]!, k1, s);
    add(40, known[i - 2]!, m1, s);
    // What follows a kind of word: whether an address goes on over a comma or a line break.
    step[at * 2] = mix(mix(101, s), s1);
    step[at * 2 + 1] = mix(mix(103, m), mix(s, t1));
  }
  return { width, at: features, step };
}

const isWritten = (shape: string) => /^(?:[xX]|c$)/.test(shape);
const withoutEnding = ({ lower }: Token) => (lower.length > 3 ? lower.replace(/'\p{L}{1,3}$/u, '') : lower);

function classesOf(token: Token, lexicon: Lexicon): number {
  if (!isWritten(token.shape)) return 0;
  return lexicon.get(token.lower) ?? lexicon.get(withoutEnding(token)) ?? 0;
}

function readWords(tokens: Token[], classes: (token: Token, at: number) => number): Words {
  const size = tokens.length + 2 * pad;
  const words: Words = {
    word: new Int32Array(size).fill(11),
    shape: new Int32Array(size).fill(13),
    known: new Int32Array(size),
    tail3: new Int32Array(size),
    tail2: new Int32Array(size),
    cues: new Uint8Array(size),
  };
  tokens.forEach((token, at) => {
    const { lower, shape: form, text } = token;
    const place = at + pad;
    const bits = classes(token, at);
    const shape = hash(form === 'slot' ? text.replace(/_\d+\]$/, ']') : form);
    const common = (bits & lexiconClasses.common) !== 0;
    words.known[place] = bits;
    words.shape[place] = shape;
    words.word[place] = isWritten(form) ? (common ? hash(lower) : 17) : shape;
    if (isWritten(form) && lower.length > 3) {
      const bare = withoutEnding(token);
      words.tail3[place] = hash(bare.slice(-3));
      words.tail2[place] = hash(bare.slice(-2));
    }
    words.cues[place] = common && (form === 'x' || (form === 'c' && bits === lexiconClasses.common)) ? 1 : 0;
  });
  return words;
}

/** 1 no capitals, 2 nothing else, 3 more words with than without, 4 as people write. */
function casingOf(tokens: Token[]): number {
  const lowers = tokens.filter(({ shape }) => shape === 'x').length;
  const capitals = tokens.filter(({ shape }) => shape[0] === 'X').length;
  if (capitals === 0) return 1;
  if (lowers === 0) return 2;
  return capitals > lowers ? 3 : 4;
}

/** The nearest common word in small letters on one side, past names, numbers and marks. */
function announcing(cues: Uint8Array, word: Int32Array, count: number, way: 1 | -1): Int32Array {
  const found = new Int32Array(count);
  for (let step = 0, since = reach, cue = 19; step < count; step++) {
    const at = way === -1 ? step : count - 1 - step;
    found[at] = since < reach ? cue : 19;
    since++;
    if (cues[at + pad]) {
      cue = word[at + pad]!;
      since = 0;
    }
  }
  return found;
}

/** Where the weight of one label after another lies, in this surrounding. */
export function stepFeature(step: number, before: number): number {
  return mix(step, before + 31) & mask;
}

// FNV-1a and the finaliser of MurmurHash3: the same numbers in every process and version of Node.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

function mix(a: number, b: number): number {
  let value = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 13), 0x297a2d39);
  return value ^ (value >>> 16);
}
