import { describe, expect, it } from 'vitest';
import { acknowledgeHandoff } from './acknowledge';

const languages = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'ja', 'zh'];
const kinds = [
  { asked: true, failed: false },
  { asked: false, failed: false },
  { asked: false, failed: true },
];

describe('acknowledgeHandoff', () => {
  it.each(languages)('has three sentences in %s', (language) => {
    const said = kinds.map((kind) => acknowledgeHandoff({ language, ...kind }));
    expect(new Set(said).size).toBe(3);
    for (const text of said) expect(text.length).toBeGreaterThan(20);
    const english = kinds.map((kind) => acknowledgeHandoff({ language: 'en', ...kind }));
    if (language !== 'en') expect(said.some((text) => english.includes(text))).toBe(false);
  });

  it('tells a failure even to who asked for a person', () => {
    expect(acknowledgeHandoff({ language: 'en', asked: true, failed: true })).toContain('Something went wrong');
  });

  it('knows a language by its first two letters, and speaks English where it has none', () => {
    const other = { asked: false, failed: false };
    expect(acknowledgeHandoff({ language: 'pt-BR', ...other })).toBe(acknowledgeHandoff({ language: 'pt', ...other }));
    for (const language of ['und', 'sv', '', 'constructor'])
      expect(acknowledgeHandoff({ language, ...other })).toContain('A colleague takes over');
  });
});
