import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seekTerm } from './fold-words';
import { markWords } from './mark-words';
import { parseQuery } from './query.schema';

const sought = (typed: string) => {
  const parsed = parseQuery(typed);
  if (!parsed.ok) throw new Error(parsed.fault.says);
  return parsed.terms.flatMap((term) => (term.kind === 'word' ? (seekTerm(term) ?? []) : []));
};
const print = (text: string, typed: string) =>
  markWords(text, sought(typed))
    .map(({ text: part, hit }) => (hit ? `<${part}>` : part))
    .join('');

describe('markWords', () => {
  it.each([
    ['Your refund was refunded.', 'refund', 'Your <refund> was <refunded>.'],
    ['Your refund was refunded.', '"refund"', 'Your <refund> was refunded.'],
    ['Le CAFÉ de José', 'cafe jose', 'Le <CAFÉ> de <José>'],
    ['the tent pole, and a pole', '"tent pole"', 'the <tent pole>, and a pole'],
    ['我想要退款，订单', '退款', '我想要<退款>，订单'],
    ['order NL-48213 came', 'NL-48213', 'order <NL-48213> came'],
    ['nothing here', 'pole', 'nothing here'],
    ['line\n\nbreak pole', 'pole', 'line break <pole>'],
  ])('%s for %s', (text, typed, marked) => expect(print(text, typed)).toBe(marked));

  it('shows the part around the first hit of a long text, from a word on', () => {
    const text = `${'before '.repeat(60)}the pole ${'after '.repeat(60)}`;
    const marked = print(text, 'pole');
    expect(marked).toMatch(/^… before (before )+the <pole> after .* …$/);
    expect(marked.length).toBeLessThan(200);
  });

  it('shows a run of the text as it is, whatever it is and whatever is sought', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 5 }), (text, typed) => {
        const shown = markWords(text, [{ words: [typed.toLowerCase()], begins: true }])
          .map((part) => part.text)
          .join('')
          .replace(/^… | …$/g, '');
        expect(text.replace(/\s+/g, ' ')).toContain(shown.trim());
      }),
    );
  });
});
