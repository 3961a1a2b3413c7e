import { stemWord } from './stem-word';
import { questionPhrases, stopWords } from './stop-words';

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
  ].flatMap(([first, ...rest]) => rest.map((word): [string, string] => [stemWord(word, 'en'), stemWord(first!, 'en')])),
);

/**
 * The terms of a text in order, small words included: Snowball stems; pairs of characters and single ones in Chinese and
 * Japanese; the words a dictionary finds where others are written without spaces (Thai, Lao, Khmer, Burmese).
 */
export function readTerms(text: string, language: string): Term[] {
  return read(normalise(text), language, true);
}

/** What a question asks about: its terms without small words, each once. A question of small words only keeps them all. */
export function readContentTerms(text: string, language: string): Term[] {
  const small = stopWords[language] ?? stopWords.en!;
  const isSmall = (word: string) => small.has(word) || small.has(word.split("'")[0]!);
  const plain = normalise(text);
  const telling = cjk.test(plain) ? withoutSmall(plain, language, isSmall) : plain;
  // Singles are for what is left of a word when its grammar is taken off; where there are pairs they say nothing new.
  const content = read(telling, language, false).filter(({ word }) => !isSmall(word));
  const seen = new Set<string>();
  return (content.length > 0 ? content : read(plain, language, false)).filter(
    ({ term }) => !seen.has(term) && seen.add(term),
  );
}

/** Pairs of characters run over the edges of words, so what is grammar is taken out before they are made. */
function withoutSmall(text: string, language: string, isSmall: (word: string) => boolean): string {
  const grammar = language === 'ja' ? /^\p{Script=Hiragana}+$/u : /^[^\p{L}\p{N}]+$/u;
  const asked = questionPhrases[language];
  return [...segmenterOf(language).segment(asked ? text.replace(asked, ' ') : text)]
    .map(({ segment }) => (isSmall(segment) || grammar.test(segment) ? ' ' : segment))
    .join('');
}

function read(text: string, language: string, singles: boolean): Term[] {
  const terms: Term[] = [];
  // "faut-il", "peut-on", "puis-je": French turns its verbs round to ask.
  const straight =
    language === 'fr' ? text.replace(/-(?:t-)?(?=(?:il|elle|on|ils|elles|je|tu|nous|vous|ce)(?!\p{L}))/gu, ' ') : text;
  for (const [word] of straight.matchAll(token)) {
    if (cjk.test(word)) addPairs(word, terms, singles);
    else if (spaceless.test(word)) for (const part of segment(word, language)) terms.push({ term: part, word: part });
    else terms.push({ term: toTerm(word, language), word });
  }
  return terms;
}

const normalise = (text: string) => text.normalize('NFKC').toLowerCase().replace(/’/g, "'");

/** Text repeats its words, and stemming one costs a hundred times as much as looking it up. Emptied when full. */
const MOST_KEPT = 100_000;
const kept = new Map<string, Map<string, string>>();

function toTerm(word: string, language: string): string {
  let known = kept.get(language);
  if (!known || known.size > MOST_KEPT) {
    known = new Map();
    kept.set(language, known);
  }
  let term = known.get(word);
  if (term === undefined) {
    term = makeTerm(word, language);
    known.set(word, term);
  }
  return term;
}

function makeTerm(word: string, language: string): string {
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (language === 'en') {
    const stemmed = stemWord(plain, 'en');
    return same.get(stemmed) ?? stemmed;
  }
  // "l'adresse", "dell'ordine": the article is no part of the word.
  return stemWord(plain.replace(/^\p{L}{1,5}'(?=\p{L}{2})/u, ''), language);
}

function addPairs(word: string, terms: Term[], singles: boolean) {
  const characters = [...word];
  if (singles || characters.length === 1) for (const one of characters) terms.push({ term: one, word: one });
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = characters[at]! + characters[at + 1]!;
    terms.push({ term: pair, word: pair });
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Making a segmenter is slow, so each is made once. */
function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    // A malformed tag would throw; the rules of scripts without spaces are the same for all languages.
    segmenter = new Intl.Segmenter(/^[a-z]{2,3}$/i.test(language) ? language : 'en', { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function segment(text: string, language: string): string[] {
  return [...segmenterOf(language).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment: part }) => part);
}
