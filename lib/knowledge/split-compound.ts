import { readTerms } from './read-terms';

/** Languages that write "Versandkosten" in one word. */
export const compounds: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da', 'nb', 'no', 'fi']);

const SHORTEST_PART = 4;
/** What joins the parts: Rückgabe-n-recht, Liefer-ung-s-zeit, Kind-er-wagen. */
const joints = ['', 's', 'n', 'en', 'es', 'er', 'e'];

/** The terms of the two words a compound is made of, the most even cut first; none when it is not made of known ones. */
export function splitCompound(word: string, language: string, isKnown: (term: string) => boolean): readonly string[] {
  if (!compounds.has(language) || word.length < 2 * SHORTEST_PART || !/^\p{L}+$/u.test(word)) return [];
  const cuts = Array.from({ length: word.length - 2 * SHORTEST_PART + 1 }, (_, at) => at + SHORTEST_PART);
  cuts.sort((left, right) => Math.abs(left - word.length / 2) - Math.abs(right - word.length / 2));
  const termOf = (part: string) => readTerms(part, language)[0]?.term ?? part;
  for (const cut of cuts) {
    const tail = termOf(word.slice(cut));
    if (!isKnown(tail)) continue;
    for (const joint of joints) {
      const first = word.slice(0, cut);
      if (!first.endsWith(joint) || first.length - joint.length < SHORTEST_PART) continue;
      const head = termOf(first.slice(0, first.length - joint.length));
      if (isKnown(head) && head !== tail) return [head, tail];
    }
  }
  return [];
}
