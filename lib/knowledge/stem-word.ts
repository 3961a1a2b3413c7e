import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';

const stemmers: Record<string, (word: string) => string> = {
  ar: arabic,
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  hu: hungarian,
  it: italian,
  nl: dutch,
  no: norwegian,
  nb: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sv: swedish,
  tr: turkish,
  uk: ukrainian,
};

/** The Snowball stem of a lower-case word without accents; the word itself where the language has no stemmer. */
export function stemWord(word: string, language: string): string {
  const stemmer = stemmers[language];
  // Numbers, codes and product names with digits are what they are.
  if (!stemmer || word.length < 3 || /\d/.test(word)) return foldAccents(word);
  return foldAccents(stemmer(word)) || word;
}

/** People leave accents out when they type; ä, ö and ü are as often written ae, oe and ue, which no folding can tell apart. */
export function foldAccents(word: string): string {
  return /^[a-z\d]*$/.test(word)
    ? word
    : word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(/ß/g, 'ss');
}
