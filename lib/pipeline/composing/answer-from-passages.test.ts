import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexPassages } from '@/lib/knowledge/index-passages';
import { type ArticleText, type Audience, seedArticleSchema } from '@/lib/knowledge/knowledge.schema';
import { searchPassages } from '@/lib/knowledge/search-passages';
import { splitArticle } from '@/lib/knowledge/split-article';
import { answerFromPassages } from './answer-from-passages';
import { questions } from './questions.fixture';

const folder = new URL('../../../prisma/seed/articles/', import.meta.url);
const articles: ArticleText[] = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const markdown = readFileSync(new URL(name, folder), 'utf8');
    const fields = [...markdown.split('---')[1]!.matchAll(/^(\w+): (.*)$/gm)].map(([, key, value]) => [key, value]);
    const { title, slug, audience, language } = seedArticleSchema.parse(Object.fromEntries(fields));
    return { articleId: `id-${slug}`, slug, title, audience, language, version: 1, markdown };
  });
const passages = articles.flatMap(splitArticle);
const index = indexPassages(passages);
const answer = (question: string, audiences: Audience[] = ['public', 'verified']) =>
  answerFromPassages({
    question,
    passages: searchPassages(index, question, { audiences, language: 'en' }),
    language: 'en',
  });

const judged = questions.map((row) => {
  const given = answer(row.question);
  const text = given.kind === 'answer' ? given.sentences.map((sentence) => sentence.text).join(' ') : '';
  const right =
    given.kind === 'answer' &&
    given.sources.some(({ slug }) => slug === row.slug) &&
    row.holds.some((part) => text.includes(part));
  return { ...row, given, right };
});
const answered = judged.filter(({ given }) => given.kind === 'answer');
const share = (part: unknown[], whole: unknown[]) => part.length / whole.length;

describe('answerFromPassages on the seeded help centre', () => {
  it('answers most of what can be answered, with the words that answer it', () => {
    const can = judged.filter(({ slug }) => slug);
    expect(can.length).toBeGreaterThan(60);
    expect(
      share(
        can.filter(({ right }) => right),
        can,
      ),
      can
        .filter(({ right }) => !right)
        .map(({ question }) => question)
        .join('\n'),
    ).toBeGreaterThan(0.85);
  });

  it('does not answer what no article answers', () => {
    const cannot = judged.filter(({ slug }) => !slug);
    expect(cannot.length).toBeGreaterThanOrEqual(40);
    const made = cannot.filter(({ given }) => given.kind === 'answer').map(({ question }) => question);
    expect(made.length / cannot.length, made.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it.each([
    [0, 0.3],
    [0.5, 0.9],
    [0.9, 1],
  ])('means what it says from %f to %f', (from, to) => {
    const there = judged.filter(({ given }) => given.support >= from && given.support < to);
    expect(there.length).toBeGreaterThanOrEqual(5);
    const said = there.reduce((sum, { given }) => sum + given.support, 0) / there.length;
    expect(
      Math.abs(
        said -
          share(
            there.filter(({ right }) => right),
            there,
          ),
      ),
    ).toBeLessThan(0.15);
  });

  it('quotes word for word, one to three sentences, with their source', () => {
    const texts = new Map(passages.map(({ id, text }) => [id, text]));
    for (const { given } of answered) {
      if (given.kind !== 'answer') continue;
      expect(given.sentences.length).toBeGreaterThanOrEqual(1);
      expect(given.sentences.length).toBeLessThanOrEqual(3);
      expect(given.sources).toHaveLength(1);
      for (const { text, passageId } of given.sentences) expect(texts.get(passageId)).toContain(text);
    }
  });

  it('tells customers nothing of what is written for agents', () => {
    const inside = new Set(articles.filter(({ audience }) => audience === 'agents').map(({ slug }) => slug));
    expect(inside.size).toBeGreaterThanOrEqual(2);
    for (const question of [
      'how much goodwill credit can I get',
      'what are signs of fraud',
      'what does a supervisor decide about credits',
      'what do agents do about legal threats',
    ]) {
      for (const found of searchPassages(index, question, {
        audiences: ['public', 'verified'],
        language: 'en',
        limit: 50,
      })) {
        expect(inside.has(found.passage.slug)).toBe(false);
      }
    }
    expect(searchPassages(index, 'goodwill credit', { audiences: ['agents'], language: 'en' })[0]?.passage.slug).toBe(
      'goodwill-guidelines',
    );
  });

  it('has nothing to say about nothing', () => {
    expect(answer('')).toMatchObject({ kind: 'none', support: 0 });
    expect(answerFromPassages({ question: 'anything', passages: [], language: 'fr' })).toEqual({
      kind: 'none',
      support: 0,
      unwritten: 'fr',
    });
  });
});
