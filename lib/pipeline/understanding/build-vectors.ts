import type { Features } from './extract-features';

/** Column and weight of each feature that occurs, in one flat pair of arrays. */
export type SparseVector = { columns: Int32Array; values: Float32Array };
export type Vocabulary = { columns: Map<number, number>; idf: Float32Array };

/** Every word feature seen, and the character and concept features that occur in two texts or more. */
export function buildVocabulary(documents: Features[]): Vocabulary {
  const wordCounts = new Map<number, number>();
  const characterCounts = new Map<number, number>();
  const conceptCounts = new Map<number, number>();
  for (const { words, characters, concepts } of documents) {
    for (const key of concepts.keys()) conceptCounts.set(key, (conceptCounts.get(key) ?? 0) + 1);
    for (const key of words.keys()) wordCounts.set(key, (wordCounts.get(key) ?? 0) + 1);
    for (const key of characters.keys()) characterCounts.set(key, (characterCounts.get(key) ?? 0) + 1);
  }
  const columns = new Map<number, number>();
  const idf: number[] = [];
  const keep = (counts: Map<number, number>, atLeast: number) => {
    for (const [key, count] of counts) {
      if (count < atLeast || columns.has(key)) continue;
      columns.set(key, columns.size);
      idf.push(Math.log((1 + documents.length) / (1 + count)) + 1);
    }
  };
  keep(wordCounts, 1);
  keep(characterCounts, 2);
  keep(conceptCounts, 2);
  return { columns, idf: Float32Array.from(idf) };
}

/** TF-IDF with logarithmic counts. Words, characters and concepts are brought to one length, so that none drowns the others. */
export function buildVector({ words, characters, concepts }: Features, { columns, idf }: Vocabulary): SparseVector {
  const at: number[] = [];
  const values: number[] = [];
  for (const block of [words, characters, concepts]) {
    const first = values.length;
    let squares = 0;
    for (const [key, count] of block) {
      const column = columns.get(key);
      if (column === undefined) continue;
      const value = (1 + Math.log(count)) * idf[column]!;
      at.push(column);
      values.push(value);
      squares += value * value;
    }
    // The square root of a third: the three blocks together have length 1.
    const scale = squares > 0 ? Math.sqrt(1 / 3 / squares) : 0;
    for (let index = first; index < values.length; index++) values[index]! *= scale;
  }
  return { columns: Int32Array.from(at), values: Float32Array.from(values) };
}
