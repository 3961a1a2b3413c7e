import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareTexts } from './compare-texts';

it('says which words came and went', () => {
  const { pieces, came, went } = compareTexts('Returns within 30 days.', 'Returns within 60 business days.');
  expect([came, went]).toEqual([2, 1]);
  expect(pieces.filter(({ kind }) => kind === 'went').map(({ text }) => text)).toEqual(['30']);
});

it('shows both texts whole, under names of their own', () => {
  const text = fc
    .array(fc.constantFrom('one', 'two', ' ', '\n', '退货', '.', 'three'), { maxLength: 20 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { pieces } = compareTexts(before, after);
      const only = (kinds: string[]) =>
        pieces
          .filter(({ kind }) => kinds.includes(kind))
          .map((piece) => piece.text)
          .join('');
      expect(only(['same', 'went'])).toBe(before);
      expect(only(['same', 'came'])).toBe(after);
      expect(new Set(pieces.map(({ key }) => key)).size).toBe(pieces.length);
    }),
  );
});
