import { describe, expect, it } from 'vitest';
import { readQuestions } from './read-questions';
import type { Defaults } from './reading';

const defaults: Defaults = { language: 'en', audience: 'public', collection: 'FAQ' };
const read = (text: string, per: 'question' | 'category' = 'question') => readQuestions('faq.csv', text, defaults, per);
const brief = (text: string, per?: 'question' | 'category') => {
  const table = read(text, per);
  if (!table.ok) return table.error;
  return table.items.map((item) =>
    item.state === 'ready' ? [item.file, item.article.title, item.article.body] : item.error,
  );
};

describe('readQuestions', () => {
  it.each([
    ['comma', 'Question,Answer\nHow long?,"Five days, mostly"\n'],
    ['semicolon', '"Frage";"Antwort"\nHow long?;Five days, mostly\n'],
    ['tab', 'q\ta\nHow long?\tFive days, mostly\n'],
    ['mark at the start', '\uFEFFquestion,answer\r\nHow long?,"Five days, mostly"\r\n'],
    ['other columns', 'id;Título;Respuesta\n1;How long?;Five days, mostly\n'],
    ['Chinese', '问题,答案\nHow long?,"Five days, mostly"'],
    ['Japanese', '質問,回答\nHow long?,"Five days, mostly"'],
  ])('%s', (_, text) => {
    expect(brief(text)).toEqual([['faq.csv:2', 'How long?', 'Five days, mostly']]);
  });

  it('prefers the column that says question to one that says title', () => {
    expect(brief('title,question,answer\nx,How?,So\n')).toEqual([['faq.csv:2', 'How?', 'So']]);
  });

  it('names the line of a row that is not whole', () => {
    const text =
      'question,answer,audience,language\n"Two\nlines?","A\nB",,\n,No question,,\nNo answer,,,\nOdd,x,everyone,\nOdd,x,,klingon\nGood,y,agents,fr\n';
    expect(brief(text)).toEqual([
      ['faq.csv:2', 'Two lines?', 'A\nB'],
      ['faq.csv:9', 'Good', 'y'],
      'faq.csv, line 5: the question is empty',
      'faq.csv, line 6: the answer is empty',
      'faq.csv, line 7: the audience must be public, verified or agents',
      'faq.csv, line 8: the language "klingon" must be one such as en or pt-BR',
    ]);
  });

  it('makes an article of a category when it is asked to', () => {
    const text = 'question,answer,category\nA?,One,Shipping\nB?,Two,Returns\nC?,Three,Shipping\nD?,Four,\n';
    expect(brief(text, 'category')).toEqual([
      ['faq.csv:2,4', 'Shipping', '## A?\n\nOne\n\n## C?\n\nThree'],
      ['faq.csv:3', 'Returns', '## B?\n\nTwo'],
      ['faq.csv:5', 'FAQ', '## D?\n\nFour'],
    ]);
  });

  it('turns answers in HTML into Markdown, and leaves Markdown alone', () => {
    const text = 'question,answer\nA?,<p>Go <strong>there</strong></p>\nB?,a < b and **c**\n';
    expect(brief(text)).toEqual([
      ['faq.csv:2', 'A?', 'Go **there**'],
      ['faq.csv:3', 'B?', 'a < b and **c**'],
    ]);
  });

  it.each([
    ['', /needs a column "question"/],
    ['name,phone\na,b\n', /it has: name, phone/],
    ['question,answer\n', /has no rows/],
    ['question,answer\n"open,b\n', /^faq\.csv.*line \d/],
  ])('%j is refused', (text, error) => {
    expect(brief(text)).toMatch(error);
  });

  it('gives the same question the same slug, in every script', () => {
    const slugs = (text: string) => {
      const table = read(text);
      return table.ok ? table.items.map((item) => item.state === 'ready' && item.article.slug) : [];
    };
    const text = 'question,answer,language\n如何在2026年退货？,可以,zh\nHow do I return it?,So,\n';
    expect(slugs(text)).toEqual(slugs(text));
    expect(slugs(text)[0]).toMatch(/^article-[0-9a-f]{12}$/);
    expect(slugs(text)[1]).toBe('how-do-i-return-it');
  });
});
