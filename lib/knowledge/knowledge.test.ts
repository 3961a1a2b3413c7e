import { describe, expect, it } from 'vitest';
import { indexPassages } from './index-passages';
import type { ArticleText, Audience } from './knowledge.schema';
import { searchPassages } from './search-passages';
import { splitArticle } from './split-article';

const article = (slug: string, markdown: string, over: Partial<ArticleText> = {}): ArticleText => ({
  articleId: slug,
  slug,
  title: slug,
  version: 1,
  language: 'en',
  audience: 'public',
  markdown,
  ...over,
});
const everyone: Audience[] = ['public', 'verified', 'agents'];
const search = (articles: ArticleText[], query: string, options = {}) =>
  searchPassages(indexPassages(articles.flatMap(splitArticle)), query, { audiences: everyone, ...options }).map(
    ({ passage }) => passage.slug,
  );

describe('splitArticle', () => {
  it('cuts by heading and keeps the way down to it', () => {
    const passages = splitArticle(
      article(
        'a',
        '---\ntitle: A\n---\n# a\nIntro **bold** and [a link](https://x.example).\n\n## Costs\n- one\n- two\n\n### Abroad\n| where | cost |\n| --- | --- |\n| Canada | $12 |\n',
      ),
    );
    expect(passages.map(({ id, headings, text }) => [id, headings, text])).toEqual([
      ['a@1#0', [], 'Intro bold and a link.'],
      ['a@1#1', ['Costs'], 'one\ntwo'],
      ['a@1#2', ['Costs', 'Abroad'], 'Canada: cost $12'],
    ]);
  });

  it('keeps passages short without losing a word', () => {
    const words = Array.from({ length: 1_000 }, (_, at) => `w${at}${at % 17 === 0 ? '.' : ''}`).join(' ');
    const passages = splitArticle(article('a', words));
    expect(Math.max(...passages.map(({ text }) => text.split(/\s+/).length))).toBeLessThanOrEqual(120);
    expect(
      passages
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toBe(words);
  });

  it('gives nothing for nothing', () => {
    expect(splitArticle(article('a', '\n# a\n\n'))).toEqual([]);
  });
});

describe('searchPassages', () => {
  const shop = [
    article('shipping', 'Standard shipping takes five days and is free over $60.'),
    article('returns', 'Send items back within thirty days with the label.'),
    article('washing', 'Wash down jackets at thirty degrees.'),
    article('goodwill', 'Agents may give a goodwill credit for late shipping.', { audience: 'agents' }),
    article('envios', 'El envío estándar tarda cinco días.', { language: 'es' }),
    article('peisong', '标准配送需要五天。您可以在订单页面查看物流。', { language: 'zh' }),
  ];

  it.each([
    ['how long do you ship', 'shipping'],
    ['how do i clean my jacket', 'washing'],
    ['returned item', 'returns'],
  ])('%s', (query, slug) => {
    expect(search(shop, query, { language: 'en', audiences: ['public'] })[0]).toBe(slug);
  });

  it('never shows what the audience may not read', () => {
    expect(search(shop, 'goodwill credit late shipping', { audiences: ['public', 'verified'] })).not.toContain(
      'goodwill',
    );
    expect(search(shop, 'goodwill credit', { audiences: ['agents'] })).toEqual(['goodwill']);
  });

  it('keeps to a language that has articles, and looks everywhere otherwise', () => {
    expect(search(shop, 'envío', { language: 'es' })).toEqual(['envios']);
    expect(search(shop, '配送需要几天', { language: 'zh' })).toEqual(['peisong']);
    expect(search(shop, 'shipping', { language: 'pl' })).toContain('shipping');
  });

  it('says what it found', () => {
    const [best] = searchPassages(indexPassages(shop.flatMap(splitArticle)), 'free shipping to mars', {
      audiences: ['public'],
      language: 'en',
    });
    expect(best).toMatchObject({ matched: ['free', 'shipping'], passage: { id: 'shipping@1#0' } });
    expect(best!.coverage).toBeGreaterThan(0);
    expect(best!.coverage).toBeLessThan(1);
    expect(best!.question.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  it.each(['', '???', 'the of and', '__proto__ constructor'])('survives %j', (query) => {
    expect(() => search(shop, query)).not.toThrow();
  });
});
