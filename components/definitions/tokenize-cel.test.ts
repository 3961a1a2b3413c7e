import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeCel } from './tokenize-cel';

const kinds = (cel: string) =>
  tokenizeCel(cel)
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, text }) => `${kind} ${text}`);

describe('an expression', () => {
  it.each([
    ['amount > 500.00', ['name amount', 'sign >', 'number 500.00']],
    [
      '!has(a.b) && c == "x \\" y"',
      [
        'sign !',
        'call has',
        'rest (',
        'name a',
        'rest .',
        'name b',
        'rest )',
        'sign &&',
        'name c',
        'sign ==',
        'text "x \\" y"',
      ],
    ],
    ['true ? null : "open', ['word true', 'sign ?', 'word null', 'sign :', 'text "open']],
  ])('%s', (cel, wanted) => expect(kinds(cel)).toEqual(wanted));

  it('loses no character, whatever was written, and says where each part begins', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tokens = tokenizeCel(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        for (const token of tokens) expect(text.startsWith(token.text, token.at)).toBe(true);
      }),
    );
  });
});
