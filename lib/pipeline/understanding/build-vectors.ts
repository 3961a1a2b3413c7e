import type { Features, Reading } from './extract-features';

/** Rows of columns and values in flat arrays: row `i` lies from `starts[i]` up to `starts[i + 1]`. Each row has length 1. */
export type Matrix = { rows: number; width: number; starts: Int32Array; columns: Int32Array; values: Float32Array };
export type Vocabulary = { columns: Map<number, number>; idf: Float32Array };

/** The share of each block in a vector's squared length, before it is brought to 1. */
const blocks = [
  ['words', 1],
  ['characters', 1],
  ['pairs', 0.7],
  ['concepts', 1],
] as const;
/** Every word feature seen, and what else occurs in two texts or more (three, where pairs multiply what there is to learn). */
export function buildVocabulary(documents: Features[], reading: Reading): Vocabulary {
  const columns = new Map<number, number>();
  const idf: number[] = [];
  const least = reading.reach > 0 ? 3 : 2;
  for (const [block] of blocks) {
    const counts = new Map<number, number>();
    for (const document of documents)
      for (const key of document[block].keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [key, count] of counts) {
      if ((block !== 'words' && count < least) || columns.has(key)) continue;
      columns.set(key, columns.size);
      idf.push(rarity(count, documents.length, reading));
    }
  }
  return { columns, idf: Float32Array.from(idf) };
}

/** TF-IDF with logarithmic counts, each block brought to its own share, so that none drowns the others. */
export function buildMatrix(documents: Features[], { columns, idf }: Vocabulary): Matrix {
  const starts = new Int32Array(documents.length + 1);
  const at: number[] = [];
  const values: number[] = [];
  documents.forEach((document, row) => {
    const begin = values.length;
    let whole = 0;
    for (const [block, share] of blocks) {
      const first = values.length;
      let squares = 0;
      for (const [key, count] of document[block]) {
        const column = columns.get(key);
        if (column === undefined) continue;
        const value = (1 + Math.log(count)) * idf[column]!;
        at.push(column);
        values.push(value);
        squares += value * value;
      }
      if (squares === 0) continue;
      whole += share;
      const scale = Math.sqrt(share / squares);
      for (let index = first; index < values.length; index++) values[index]! *= scale;
    }
    // A text without concepts is no shorter for it.
    const scale = whole > 0 ? 1 / Math.sqrt(whole) : 0;
    for (let index = begin; index < values.length; index++) values[index]! *= scale;
    starts[row + 1] = values.length;
  });
  return {
    rows: documents.length,
    width: idf.length,
    starts,
    columns: Int32Array.from(at),
    values: Float32Array.from(values),
  };
}

/** Share of a text's words that training has seen, rare words counting for more. 0 for a text without words. */
export function shareKnown(
  { singles }: Features,
  { columns, idf }: Vocabulary,
  { examples, reading }: { examples: number; reading: Reading },
): number {
  const unseen = rarity(0, examples, reading);
  let known = 0;
  let all = 0;
  for (const key of new Set(singles)) {
    const column = columns.get(key);
    const weight = column === undefined ? unseen : idf[column]!;
    all += weight;
    if (column !== undefined) known += weight;
  }
  return all === 0 ? 0 : known / all;
}

function rarity(count: number, documents: number, reading: Reading): number {
  return (Math.log((1 + documents) / (1 + count)) + 1) ** reading.rarity;
}
