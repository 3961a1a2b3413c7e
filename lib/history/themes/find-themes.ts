import type { Term } from '../../knowledge/read-terms';

type Vector = ReadonlyMap<string, number>;
export type Theme = { name: string; words: string[] };
export type Found = { themes: (Theme & { centre: Vector })[]; rarity: Vector };

const rounds = 8;
const mostThemes = 24;
const fewestTexts = 6;
/** Cosine under which a text is not of a theme. */
const leastAlike = 0.16;
const namedBy = 3;

/**
 * What texts speak of, by the words they share: spherical k-means over TF-IDF, begun at the words that weigh most, so that the
 * same texts always give the same themes. `breathe` is waited for between rounds. Never more than 24; texts like no other are of none.
 */
export async function findThemes(texts: readonly Term[][], breathe: () => Promise<unknown>): Promise<Found> {
  const rarity = weighWords(texts);
  const vectors = texts.map((terms) => toVector(terms, rarity));
  const telling = vectors.filter(({ size }) => size > 0);
  if (telling.length < fewestTexts) return { themes: [], rarity };
  const most = Math.min(mostThemes, Math.max(2, Math.round(Math.sqrt(telling.length / 6))));
  let centres = beginnings(telling, most);
  let members: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    members = centres.map(() => []);
    vectors.forEach((vector, at) => {
      const best = nearest(centres, vector, round === 0 ? 0.01 : leastAlike);
      if (best !== null) members[best]!.push(at);
    });
    centres = members.map((own, at) => (own.length > 0 ? mean(own.map((each) => vectors[each]!)) : centres[at]!));
    await breathe();
  }
  const least = Math.max(3, Math.ceil(telling.length * 0.005));
  const themes = centres.flatMap((centre, at) =>
    members[at]!.length < least
      ? []
      : [
          {
            ...nameTheme(
              centre,
              members[at]!.map((each) => texts[each]!),
            ),
            centre,
          },
        ],
  );
  return { themes, rarity };
}

/** The theme a text is nearest to; null where it is near to none. */
export function assignTheme({ themes, rarity }: Found, terms: readonly Term[]): number | null {
  return nearest(
    themes.map(({ centre }) => centre),
    toVector(terms, rarity),
    leastAlike,
  );
}

/** Inverse document frequency; a word of one text puts nothing together. What all share weighs least, and may be all they share. */
function weighWords(texts: readonly Term[][]): Vector {
  const counts = new Map<string, number>();
  for (const terms of texts)
    for (const term of new Set(terms.map((one) => one.term))) counts.set(term, (counts.get(term) ?? 0) + 1);
  const least = Math.max(2, texts.length * 0.001);
  return new Map(
    [...counts]
      .filter(([, count]) => count >= least)
      .map(([term, count]) => [term, Math.log(1 + texts.length / count)]),
  );
}

function toVector(terms: readonly Term[], rarity: Vector): Map<string, number> {
  const vector = new Map<string, number>();
  for (const { term } of terms) {
    const weight = rarity.get(term);
    if (weight !== undefined) vector.set(term, weight);
  }
  return normalise(vector);
}

function normalise(vector: Map<string, number>): Map<string, number> {
  const length = Math.sqrt([...vector.values()].reduce((sum, one) => sum + one * one, 0));
  for (const [term, one] of vector) vector.set(term, one / length);
  return vector;
}

function mean(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [term, one] of vector) sum.set(term, (sum.get(term) ?? 0) + one);
  // A centre's tail is noise, and every text would be compared with all of it.
  return normalise(new Map([...sum].sort(byWeight).slice(0, 200)));
}

const byWeight = (a: readonly [string, number], b: readonly [string, number]) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

/** One after the other the word that weighs most among the texts no earlier one stands in; a centre is the texts it stands in. */
function beginnings(vectors: readonly Vector[], most: number): Vector[] {
  const centres: Vector[] = [];
  let left = vectors;
  while (centres.length < most && left.length > 0) {
    const sums = new Map<string, number>();
    for (const vector of left) for (const [term, one] of vector) sums.set(term, (sums.get(term) ?? 0) + one);
    const [first] = [...sums].sort(byWeight);
    const own = left.filter((vector) => vector.has(first![0]));
    if (own.length < 2) break;
    centres.push(mean(own));
    left = left.filter((vector) => !vector.has(first![0]));
  }
  return centres;
}

function nearest(centres: readonly Vector[], vector: Vector, least: number): number | null {
  let best: number | null = null;
  let most = least;
  centres.forEach((centre, at) => {
    let alike = 0;
    for (const [term, one] of vector) alike += one * (centre.get(term) ?? 0);
    if (alike > most) [best, most] = [at, alike];
  });
  return best;
}

/** The words that weigh most, as they are written most often, in the order in which they are mostly said. */
function nameTheme(centre: Vector, texts: readonly Term[][]): Theme {
  const chosen = [...centre]
    .sort(byWeight)
    .slice(0, namedBy)
    .map(([term]) => term);
  const places = new Map(chosen.map((term) => [term, { sum: 0, count: 0, written: new Map<string, number>() }]));
  for (const terms of texts) {
    terms.forEach(({ term, word }, at) => {
      const place = places.get(term);
      if (!place) return;
      place.sum += at / terms.length;
      place.count++;
      place.written.set(word, (place.written.get(word) ?? 0) + 1);
    });
  }
  const words = chosen
    .filter((term) => places.get(term)!.count > 0)
    .map((term) => ({ ...places.get(term)!, term }))
    .sort((a, b) => a.sum / a.count - b.sum / b.count)
    .map(({ written, term }) => [...written].sort(byWeight)[0]?.[0] ?? term);
  const name = words.join(', ');
  return { name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`.slice(0, 120), words };
}
