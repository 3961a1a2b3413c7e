import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read-markdown';
import type { Defaults } from './reading';

const defaults: Defaults = { language: 'en', audience: 'public', collection: 'Help' };
const read = (text: string, file = 'returns.md') => readMarkdown(file, text, defaults);
const article = (text: string, file?: string) => {
  const item = read(text, file);
  return item.state === 'ready' ? item.article : item.error;
};

describe('readMarkdown', () => {
  it('takes what the front matter says', () => {
    const text =
      '---\r\ntitle: Returns\r\nslug: how-to-return\r\nlocale: pt-BR\r\naudience: Verified\r\ncategories: [Orders, Other]\r\ntags: [a, b]\r\nreview_date: 2027-02-01\r\nteam: returns\r\nlayout: {wide: true}\r\n---\r\n\r\n# Returns\r\n\r\nSend it back.\r\n';
    expect(article(text)).toEqual({
      slug: 'how-to-return',
      language: 'pt',
      title: 'Returns',
      body: 'Send it back.',
      audience: 'verified',
      saysAudience: true,
      collection: 'Orders',
      teamKey: 'returns',
      reviewAt: '2027-02-01',
    });
  });

  it('takes title, slug and language from heading and path', () => {
    expect(article('# Cómo *devolver*\n\nTexto', 'docs/es/returns.md')).toMatchObject({
      slug: 'returns',
      language: 'es',
      title: 'Cómo devolver',
      body: 'Texto',
      audience: 'public',
      collection: 'Help',
    });
  });

  it.each([
    ['returns.fr.md', 'fr', 'returns'],
    ['pt-BR/returns.md', 'pt', 'returns'],
    ['de/docs/returns.fr.md', 'fr', 'returns'],
    ['docs/returns.md', 'en', 'returns'],
    ['xx/returns.md', 'en', 'returns'],
    ['es/returns/index.md', 'es', 'returns'],
    ['guide/README.md', 'en', 'guide'],
  ])('%s is %s, called %s', (file, language, slug) => {
    expect(article('# A\n\nText', file)).toMatchObject({ language, slug });
  });

  it('reads the language from the text when it is asked to', () => {
    const text = '# 退货\n\n您可以在三十天内退回商品。请联系我们的客服团队。';
    const item = readMarkdown('tuihuo.md', text, { ...defaults, language: 'detect' });
    expect(item).toMatchObject({ state: 'ready', article: { language: 'zh' } });
  });

  it.each([
    [
      '---\ntitle: A\naudience: everyone\n---\nText',
      'returns.md, line 3: front matter: audience must be public, verified or agents',
    ],
    [
      '---\ntitle: A\nlang: klingon\n---\nText',
      'returns.md, line 3: front matter: lang must be a language such as en or pt-BR',
    ],
    [
      '---\n\nreview: 2026-02-31\n---\nText',
      'returns.md, line 3: front matter: review must be a day such as 2026-12-31',
    ],
    ['---\ntitle: [a\n---\nText', /^returns\.md, line \d: front matter: /],
    ['---\ntitle: A\ntitle: B\n---\nText', /^returns\.md, line 3: front matter: .*unique/],
    ['---\n- a\n- b\n---\nText', 'returns.md, line 2: front matter: must be keys with values'],
    ['---\ntitle: A\nText', 'returns.md, line 1: front matter: begins with --- but never ends'],
    ['---\ntitle: {a: b}\n---\nText', 'returns.md, line 2: front matter: title must be text'],
    ['---\ntitle: A\n---\n', 'returns.md: has no text'],
    ['# A', 'returns.md: has no text'],
    ['', 'returns.md: has no text'],
  ])('%j fails with what and where', (text, error) => {
    const item = read(text);
    expect(item).toMatchObject({ state: 'failed' });
    if (item.state === 'failed')
      expect(item.error).toEqual(typeof error === 'string' ? error : expect.stringMatching(error));
  });

  it.each(['draft: true', 'published: false'])('leaves out what says %s', (line) => {
    expect(read(`---\ntitle: A\n${line}\n---\nText`)).toMatchObject({ state: 'skipped' });
  });

  it('is not made large by aliases', () => {
    const lines = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]`),
    ];
    const began = Date.now();
    read(`---\n${lines.join('\n')}\n---\nText`);
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it('never throws, and always gives a slug that an address can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (head, body) => {
        for (const text of [body, `---\n${head}\n---\n${body}`, `---\ntitle: ${head}\n---\n${body}`]) {
          const item = read(text, `${head || 'a'}.md`);
          if (item.state === 'ready') expect(item.article.slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        }
      }),
    );
  });
});
