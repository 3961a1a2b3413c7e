import { diffWordsWithSpace } from 'diff';

export type Piece = {
  /** Where it begins, counted over everything shown: a name that no other piece has. */
  key: number;
  kind: 'same' | 'came' | 'went';
  text: string;
};

export type Comparison = { pieces: Piece[]; came: number; went: number };

/** What changed between two texts, word by word, and how many words came and went. */
export function compareTexts(before: string, after: string): Comparison {
  let key = 0;
  const pieces = diffWordsWithSpace(before, after).map(({ value, added, removed }): Piece => {
    const piece: Piece = { key, kind: added ? 'came' : removed ? 'went' : 'same', text: value };
    key += value.length;
    return piece;
  });
  const count = (kind: Piece['kind']) =>
    pieces.reduce((sum, one) => sum + (one.kind === kind ? (one.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0), 0);
  return { pieces, came: count('came'), went: count('went') };
}
