import { stopWords } from './stop-words';

/** A word as written, and the term it is found by. */
export type Term = { term: string; word: string };

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/u;
const spaceless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['.-][\p{L}\p{N}]+)*/gu;

// Words that people use for one another when they ask a shop: one term, so that either finds the other.
const same: ReadonlyMap<string, string> = new Map(
  [
    ['plane', 'airplane', 'aeroplane', 'flight', 'flights', 'fly', 'flying', 'aircraft', 'planes', 'airline'],
    ['parcel', 'package', 'parcels', 'packages'],
    ['wash', 'clean', 'cleaning', 'washing', 'washed', 'cleaned', 'laundry'],
    ['cost', 'price', 'fee', 'fees', 'costs', 'prices', 'priced'],
    ['phone', 'telephone', 'mobile', 'cellphone'],
    ['email', 'e-mail', 'mail'],
    ['rain', 'rainproof'],
    ['waterproof', 'waterproofing', 'reproof', 'proofing', 'impregnate'],
    ['shop', 'store', 'stores', 'shops'],
    ['signin', 'login', 'log-in', 'sign-in'],
    ['exchange', 'swap', 'swapping', 'exchanges', 'exchanging'],
    ['two-factor', '2fa', 'authenticator'],
    ['end', 'quit', 'terminate'],
    ['pause', 'freeze', 'suspend', 'pausing', 'paused'],
    ['address', 'addresses'],
    ['membership', 'subscription', 'memberships', 'subscriptions', 'member', 'members'],
    ['secondhand', 'second-hand', 'pre-owned'],
    ['repair', 'mend', 'fix', 'repairs', 'repaired', 'repairing', 'fixed'],
    ['discount', 'coupon', 'promo', 'voucher', 'discounts', 'coupons'],
    ['invoice', 'receipt', 'bill', 'invoices', 'receipts'],
  ].flatMap(([first, ...rest]) => rest.map((word): [string, string] => [stem(word), stem(first!)])),
);

/** The terms of a text in order, small words included. English is stemmed lightly; Chinese and Japanese go by pairs of characters. */
export function readTerms(text: string, language: string): Term[] {
  const terms: Term[] = [];
  for (const [word] of text.normalize('NFKC').toLowerCase().replace(/’/g, "'").matchAll(token)) {
    if (cjk.test(word)) addPairs(word, terms);
    else if (spaceless.test(word)) for (const part of segment(word, language)) terms.push({ term: part, word: part });
    else terms.push({ term: toTerm(word, language), word });
  }
  return terms;
}

/** What a question asks about: its terms without small words, each once. A question of small words only keeps them all. */
export function readContentTerms(text: string, language: string): Term[] {
  const small = stopWords[language] ?? stopWords.en!;
  const all = readTerms(text, language);
  const content = all.filter(({ word }) => !small.has(word) && !small.has(word.split("'")[0]!));
  const seen = new Set<string>();
  return (content.length > 0 ? content : all).filter(({ term }) => !seen.has(term) && seen.add(term));
}

function toTerm(word: string, language: string): string {
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
  // "l'adresse", "dell'ordine": the article is no part of the word. Plural -s is the one ending taken off elsewhere.
  if (language !== 'en')
    return foldAccents(plain.replace(/^\p{L}{1,5}'(?=\p{L}{2})/u, '')).replace(/(?<=\p{L}{3})s$/u, '');
  const stemmed = stem(plain);
  return same.get(stemmed) ?? stemmed;
}

/** Plurals, -ed, -ing, -er and -y: enough that "shipped" finds "shipping" and "deliveries" finds "deliver", and no more. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let base = word;
  if (base.endsWith('ies')) base = `${base.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh)es$/.test(base)) base = base.slice(0, -2);
  else if (base.endsWith('s') && !/(?:ss|us|is)$/.test(base)) base = base.slice(0, -1);
  const ending = /(?:ing|ed)$/.exec(base);
  if (ending && base.length - ending[0].length >= 3 && /[aeiouy]/.test(base.slice(0, ending.index))) {
    base = base.slice(0, ending.index);
    if (/([bdfgmnprt])\1$/.test(base)) base = base.slice(0, -1);
  }
  if (base.length >= 5 && /[^aeiou][ey]$/.test(base)) base = base.slice(0, -1);
  return base;
}

function foldAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

function addPairs(word: string, terms: Term[]) {
  const characters = [...word];
  if (characters.length === 1) terms.push({ term: word, word });
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = characters[at]! + characters[at + 1]!;
    terms.push({ term: pair, word: pair });
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Languages written without spaces between words; making a segmenter is slow, so each is made once. */
function segment(text: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment: part }) => part);
}
