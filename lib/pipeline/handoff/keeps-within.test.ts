import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepsWithin } from './keeps-within';

const known = 'customer: My order NL-48213 of $89.00 is broken. Can I have 2 new ones?';

it.each<[string, boolean]>([
  ['The customer wants order NL-48213 replaced.', true],
  ['Send 2 new ones for $89.00.', true],
  ['Refund $890.00.', false],
  ['Refund order NL-48214.', false],
  ['', false],
  ['   ', false],
  ['x'.repeat(241), false],
  ['See https://x.example', false],
  ['See www.x.example', false],
  ['See [the file](javascript:alert)', false],
  ['<script>alert()</script>', false],
  ['Two\nlines', false],
])('“%s”: %s', (sentence, keeps) => {
  expect(keepsWithin(sentence, known)).toBe(keeps);
});

it('lets no figure in that nobody said', () => {
  const figure = fc.nat(99_999).filter((number) => !['48213', '89', '0', '2'].includes(String(number)));
  fc.assert(
    fc.property(fc.lorem({ maxCount: 6 }), figure, (text, number) => {
      expect(keepsWithin(`${text} ${number}`, known)).toBe(false);
    }),
  );
});
