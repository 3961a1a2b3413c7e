import { describe, expect, it } from 'vitest';
import { indexPassages } from '@/lib/knowledge/index-passages';
import { searchPassages } from '@/lib/knowledge/search-passages';
import { splitArticle } from '@/lib/knowledge/split-article';
import { answerFromPassages } from './answer-from-passages';
import { askedInLanguages, helpCentre } from './help-centre.fixture';

const passages = helpCentre.flatMap(splitArticle);
const index = indexPassages(passages);
const ask = (question: string, language: string) =>
  answerFromPassages({
    question,
    language,
    passages: searchPassages(index, question, { language, onlyLanguage: true, audiences: ['public'] }),
  });

const judged = askedInLanguages.map((row) => {
  const given = ask(row.question, row.language);
  const text = given.kind === 'answer' ? given.sentences.map((sentence) => sentence.text).join(given.joint) : '';
  return { ...row, given, text, right: row.holds !== undefined && text.includes(row.holds) };
});
describe('answerFromPassages in languages other than English', () => {
  it.each(['es', 'fr', 'de', 'pt', 'it', 'zh', 'ja'])('answers most of what can be answered in %s', (language) => {
    const can = judged.filter((row) => row.language === language && row.holds !== undefined);
    const wrong = can.filter(({ right }) => !right).map(({ question, text }) => `${question} → ${text}`);
    expect(can.length).toBeGreaterThanOrEqual(5);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(can.length * 0.25);
  });

  it('refuses what no article answers', () => {
    const cannot = judged.filter(({ holds }) => holds === undefined);
    const made = cannot
      .filter(({ given }) => given.kind === 'answer')
      .map(({ question, text }) => `${question} → ${text}`);
    expect(cannot.length).toBeGreaterThanOrEqual(35);
    expect(made.length, made.join('\n')).toBeLessThanOrEqual(2);
  });

  it.each([
    [0, 0.3],
    [0.5, 1],
  ])('means what it says from %f to %f', (from, to) => {
    const there = judged.filter(({ given }) => given.support >= from && given.support < to);
    expect(there.length).toBeGreaterThanOrEqual(10);
    const said = there.reduce((sum, { given }) => sum + given.support, 0) / there.length;
    const right = there.filter((row) => row.right).length / there.length;
    expect(Math.abs(said - right)).toBeLessThan(0.2);
  });

  it('quotes word for word, from the language asked in, with where it stands', () => {
    const texts = new Map(passages.map(({ id, text, language }) => [id, { text, language }]));
    for (const { given, language } of judged) {
      if (given.kind !== 'answer') continue;
      expect(given.sources[0]).toMatchObject({ language });
      for (const { text, passageId, start } of given.sentences) {
        expect(texts.get(passageId)?.language).toBe(language);
        expect(texts.get(passageId)?.text.slice(start, start + text.length)).toBe(text);
      }
    }
  });

  it('does not answer in a language that was not asked in', () => {
    const onlyEnglish = indexPassages(
      splitArticle({
        ...helpCentre[0]!,
        language: 'en',
        title: 'Hire',
        markdown: 'Una bicicleta eléctrica cuesta 35 €.',
      }),
    );
    const question = '¿Cuánto cuesta una bicicleta eléctrica?';
    const options = { language: 'es', audiences: ['public' as const] };
    expect(searchPassages(onlyEnglish, question, { ...options, onlyLanguage: true })).toEqual([]);
    expect(searchPassages(onlyEnglish, question, options)).toHaveLength(1);
  });
});
