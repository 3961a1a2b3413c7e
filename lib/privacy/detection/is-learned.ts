import { detectAll } from 'tinyld';

/** The languages of the sentences the recogniser was trained on. */
const learned = new Set(['en', 'es', 'fr', 'de', 'pt', 'it']);
/** The beginning tells the language; the rest only costs. */
const looked = 100;
/** A guess nearer to chance than this says nothing: a few words with a name in them look like any language. */
const sure = 0.6;

/** Whether the surroundings of a word mean here what they meant in training; true where the language cannot be told. */
export function isLearned(text: string): boolean {
  const letters = text.slice(0, looked).match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < 12) return true;
  const [first] = detectAll(text.slice(0, looked));
  return first === undefined || learned.has(first.lang) || first.accuracy < sure;
}
