import { describe, expect, it } from 'vitest';
import { fill, helpTexts, nameLanguage } from './help-texts';

describe('helpTexts', () => {
  const english = helpTexts('en').texts;

  it.each(['es', 'fr', 'de', 'pt', 'it', 'zh', 'ja'])('%s says all that English says, in its own words', (language) => {
    const { texts, spoken } = helpTexts(language);
    expect(spoken).toBe(language);
    const holes = (text: string) => text.match(/\{\w+\}/g) ?? [];
    for (const [key, text] of Object.entries(english) as [keyof typeof english, string][]) {
      expect(texts[key].trim(), key).not.toBe('');
      expect(holes(texts[key]), key).toEqual(holes(text));
      // "No" is one word in several of them.
      if (key !== 'no') expect(texts[key], key).not.toBe(text);
    }
  });

  it('falls back to English, and says so', () => {
    expect(helpTexts('pl')).toEqual({ texts: english, spoken: 'en' });
  });

  it('fills in and names', () => {
    expect(fill('a {b} {c}', { b: '{c}' })).toBe('a {c} {c}');
    expect([nameLanguage('es'), nameLanguage('zh')]).toEqual(['Español', '中文']);
  });
});
