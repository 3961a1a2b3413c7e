import { describe, expect, it } from 'vitest';
import { toBytes } from './embed-passages';
import { fuseMeaning, nearestPassages } from './fuse-meaning';
import { indexPassages } from './index-passages';
import type { Passage } from './knowledge.schema';
import { keyOfPassage } from './passage-key';
import { presentPassage } from './present-passage';
import { fromBytes } from './read-vectors';
import { searchPassages } from './search-passages';

const passage = (id: string, text: string): Passage => ({
  articleId: id,
  slug: id,
  title: id,
  version: 1,
  language: 'en',
  audience: 'public',
  id,
  headings: [],
  text,
});
const passages = [
  passage('refund', 'A refund reaches your card in five days.'),
  passage('parcel', 'A parcel takes three days.'),
  passage('wash', 'Wash jackets at thirty degrees.'),
];
const vectors = new Map([
  ['refund', Float32Array.from([1, 0])],
  ['parcel', Float32Array.from([0.6, 0.8])],
  ['wash', Float32Array.from([0, 1, 0])],
]);

describe('search by meaning', () => {
  it('finds the nearest, and leaves out vectors of another length', () => {
    const near = nearestPassages(passages, vectors, Float32Array.from([0, 1]), 5);
    expect(near.map(({ id }) => id)).toEqual(['parcel', 'refund']);
  });

  it('puts first what both find, and shows what only meaning finds', () => {
    const byWords = searchPassages(indexPassages(passages), 'how many days for a parcel', { audiences: ['public'] });
    expect(byWords.map((each) => each.passage.id)).toEqual(['parcel', 'refund']);
    const show = (each: Passage) => presentPassage(each, 0, byWords[0]!.question);
    const fused = fuseMeaning(byWords, [passages[2]!, passages[0]!], show, 3);
    expect(fused.map((each) => each.passage.id)).toEqual(['refund', 'parcel', 'wash']);
    expect(fused[2]!.sentences).toHaveLength(1);
    expect(fused.every((each, at) => at === 0 || each.score <= fused[at - 1]!.score)).toBe(true);
  });

  it('keeps vectors as they are, and one for each text and model', () => {
    const vector = Float32Array.from([0.25, -1, 3e-5]);
    expect(fromBytes(toBytes(vector))).toEqual(vector);
    expect(keyOfPassage('a', passages[0]!)).not.toBe(keyOfPassage('b', passages[0]!));
    expect(keyOfPassage('a', passages[0]!)).toBe(keyOfPassage('a', { ...passages[0]!, headings: [] }));
    expect(keyOfPassage('a', passages[0]!)).not.toBe(keyOfPassage('a', passages[1]!));
  });
});
