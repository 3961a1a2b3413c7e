/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 5;

export type Correction = {
  term: string;
  /** Letters left out, doubled or swapped: a slip. Another letter in place of one may as well be another word. */
  slip: boolean;
};

/**
 * The one known term that differs from an unknown one by a single slip of the fingers, the first letter kept.
 * None when there are several: a guess between them would be ours, not the customer's.
 */
export function correctWord(term: string, spellings: ReadonlyMap<string, readonly string[]>): Correction | undefined {
  if (term.length < SHORTEST || !/^\p{Script=Latin}+$/u.test(term)) return undefined;
  const near = (spellings.get(term[0]!) ?? []).flatMap((known) => {
    const slip = compare(term, known);
    return slip === undefined ? [] : [{ term: known, slip }];
  });
  const slips = near.filter(({ slip }) => slip);
  if (slips.length > 0) return slips.length === 1 ? slips[0] : undefined;
  return near.length === 1 ? near[0] : undefined;
}

/** Undefined when more than one edit lies between the two; else whether it is a slip. */
function compare(word: string, known: string): boolean | undefined {
  if (Math.abs(word.length - known.length) > 1) return undefined;
  let from = 0;
  while (from < word.length && word[from] === known[from]) from++;
  const rest = (text: string, at: number) => text.slice(at);
  if (word.length !== known.length) {
    const [long, short] = word.length > known.length ? [word, known] : [known, word];
    return rest(long, from + 1) === rest(short, from) ? true : undefined;
  }
  if (rest(word, from + 1) === rest(known, from + 1)) return false;
  const swapped = word[from] === known[from + 1] && word[from + 1] === known[from];
  return swapped && rest(word, from + 2) === rest(known, from + 2) ? true : undefined;
}
