import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markClaims } from './mark-claims';

const yes = (text: string) => ({ text, supported: true });

describe('markClaims', () => {
  it.each([
    ['no claims', 'Hi.', [], ['Hi.']],
    ['a claim in the middle', 'Hi. It ships. Bye.', [yes('It ships.')], ['Hi. ', '*It ships.', ' Bye.']],
    ['in the order of the text', 'A. B.', [yes('B.'), yes('A.')], ['*A.', ' ', '*B.']],
    ['one inside another', 'It ships today.', [yes('It ships today.'), yes('ships')], ['*It ships today.']],
    ['worded otherwise', 'It ships.', [yes('It is shipped.')], ['It ships.']],
  ])('%s', (_, text, claims, expected) => {
    expect(markClaims(text, claims).map((part) => `${part.claim ? '*' : ''}${part.text}`)).toEqual(expected);
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, claims) => {
        expect(
          markClaims(text, claims.map(yes))
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
