import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasFigures, keepsFigures } from './keeps-figures';

const before = 'Your order NL-50077 comes on March 14 for $42.00, [PERSON_1].';

it.each<[string, boolean]>([
  [before, true],
  ['Ihre Bestellung NL-50077 kommt am 14. März für 42,00 $, [PERSON_1].', true],
  ['Ihre Bestellung NL-50078 kommt am 14. März für 42,00 $, [PERSON_1].', false],
  ['Ihre Bestellung NL-50077 kommt am 15. März für 42,00 $, [PERSON_1].', false],
  ['Ihre Bestellung NL-50077 kommt am 14. März, [PERSON_1].', false],
  ['Ihre Bestellung NL-50077 kommt am 14. März für 42,00 $, [PERSON_2].', false],
  ['Ihre Bestellung NL-50077 kommt am 14. März für 42,00 $, Ada.', false],
  ['Ihre Bestellung NL-50077 kommt am 14. März für 42,00 $ und 42 Cent, [PERSON_1].', false],
  ['Ihre Bestellung NL-50077 kommt am 14. März für 42,00 $, [PERSON_1]. https://x.example', false],
  ['Ihre Bestellung NL-50077 kommt am 14. März für 42,00 $, [PERSON_1]. <b>Ja</b>', false],
  [`NL-50077 14 42.00 [PERSON_1] ${'und so weiter '.repeat(20)}`, false],
  ['', false],
])('“%s”: %s', (after, kept) => {
  expect(keepsFigures(before, after)).toBe(kept);
});

it.each<[string, boolean]>([
  [before, true],
  ['It costs $5.', true],
  ['Order NL-50077 is on its way.', true],
  ['Which order is it about?', false],
  ['Thank you, [PERSON_1]. Which order is it about?', false],
])('“%s” has figures: %s', (text, has) => {
  expect(hasFigures(text)).toBe(has);
});

it('lets no figure come or go', () => {
  const text = fc.array(fc.constantFrom('order', 'NL-48213', '$4.50', '12', 'of', '[EMAIL_1]'), { maxLength: 8 });
  fc.assert(
    fc.property(text, fc.nat(999), fc.nat(8), (parts, figure, at) => {
      const said = parts.join(' ');
      expect(keepsFigures(said, said)).toBe(said !== '');
      const more = [...parts.slice(0, at), String(figure), ...parts.slice(at)].join(' ');
      expect(keepsFigures(said, more)).toBe(false);
      expect(keepsFigures(more, said)).toBe(false);
    }),
  );
});
