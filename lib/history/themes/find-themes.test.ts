import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTheme, findThemes } from './find-themes';
import { readWords } from './read-words';

const still = () => Promise.resolve();
const words = (texts: string[]) => texts.map((text) => readWords(text, 'en'));
const sharpening = [
  'Sharpen my ice axe',
  'Do you sharpen ice axes?',
  'Ice axe sharpening cost',
  'Can the ice axe be sharpened',
];
const invoices = [
  'Invoice with VAT number',
  'The VAT invoice is wrong',
  'Send the invoice with our VAT',
  'A VAT invoice for 2025',
];

describe('themes', () => {
  it('are what texts share, named by their own words', async () => {
    const found = await findThemes(words([...sharpening, ...invoices, 'Llamas']), still);
    expect(found.themes).toHaveLength(2);
    expect(found.themes.map(({ name }) => name.toLowerCase()).sort()).toEqual([
      expect.stringMatching(/ice.*axe|axe.*ice/),
      expect.stringMatching(/invoice/),
    ]);
    const at = assignTheme(found, readWords('Could you sharpen an axe for ice', 'en'));
    expect(found.themes[at!]!.name).toMatch(/axe/i);
    expect(assignTheme(found, readWords('Llamas', 'en'))).toBeNull();
  });
  it('are none where there is too little to tell', async () => {
    expect((await findThemes(words(invoices), still)).themes).toEqual([]);
  });
  it('never hold what stands for somebody', () => {
    expect(readWords('[PERSON_1] wrote about order 48213', 'en').map(({ word }) => word)).toEqual(['wrote', 'order']);
  });
  it('are few, the same each time, and every text is of one at most', async () => {
    const text = fc.array(fc.constantFrom('axe', 'rope', 'tent', 'stove', 'boot', 'invoice', 'map', 'torch'), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 80 }), async (lists) => {
        const texts = words(lists.map((list) => list.join(' ')));
        const [one, two] = [await findThemes(texts, still), await findThemes(texts, still)];
        expect(one).toEqual(two);
        expect(one.themes.length).toBeLessThanOrEqual(24);
        for (const terms of texts) expect(assignTheme(one, terms) ?? 0).toBeLessThan(Math.max(1, one.themes.length));
      }),
      { numRuns: 40 },
    );
  });
});
