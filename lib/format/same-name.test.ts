import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameName } from './same-name';

it.each([
  ['Maria Keller', 'KELLER, MARIA', true],
  ['Maria Keller', 'Keller Maria Anna', true],
  ['José Núñez', 'JOSE NUNEZ', true],
  ['Søren Weiß', 'SOREN WEISS', true],
  ['Dr. Maria Keller', 'Maria Keller', true],
  ['Maria Keller', 'Mario Keller', false],
  ['Maria', 'Maria Keller', false],
  ['Maria Maria', 'Maria Keller', false],
  ['', '', false],
  ['12', 'Maria Keller', false],
])('%s and %s: %s', (one, other, same) => {
  expect(sameName(one, other)).toBe(same);
  expect(sameName(other, one)).toBe(same);
});

it('is the same however its words are turned and written', () => {
  const word = fc
    .stringMatching(/^[a-z]{3,9}$/)
    .filter((one) => !['mrs', 'miss', 'prof', 'herr', 'frau', 'sra', 'mme'].includes(one));
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), (words) => {
      expect(sameName(words.join(' '), words.toReversed().join(', ').toUpperCase())).toBe(true);
    }),
  );
});
