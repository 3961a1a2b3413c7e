import { describe, expect, it } from 'vitest';
import { readHtml } from './read-html';
import type { Defaults } from './reading';

const defaults: Defaults = { language: 'detect', audience: 'public', collection: '' };
const article = (html: string, file = 'page.html', path?: string) => {
  const item = readHtml(file, html, defaults, path);
  return item.state === 'ready' ? item.article : item.error;
};

const page = `<!doctype html><html lang="de-AT"><head><title>Rückgabe | Hilfe</title><style>p{color:red}</style></head><body>
<nav><a href="/">Start</a> <a href="/shop">Laden</a></nav><header>Kopf der Seite</header>
<main><h1>Rückgabe <em>und</em> Umtausch</h1><p>Sie können Artikel innerhalb von <strong>30 Tagen</strong> zurückgeben.</p>
<script>alert(1)</script><ul><li>Unbenutzt</li><li>Mit Etikett</li></ul>
<table><thead><tr><th>Land</th><th>Preis</th></tr></thead><tbody><tr><td>AT</td><td>5 €</td></tr></tbody></table>
<p>Mehr <a href="https://example.com/mehr">hier</a> und <a href="javascript:alert(1)">dort</a>. <img src="https://tracker.example/x.gif" alt="Etikett"></p></main>
<aside>Werbung für etwas anderes</aside><footer>Impressum</footer></body></html>`;

describe('readHtml', () => {
  it('keeps the article of a page and drops what surrounds it', () => {
    const read = article(page);
    expect(read).toMatchObject({ title: 'Rückgabe und Umtausch', slug: 'page', language: 'de' });
    const { body } = read as { body: string };
    expect(body).toContain('**30 Tagen**');
    expect(body).toContain('-   Unbenutzt');
    expect(body).toMatch(/\| AT\s+\| 5 € \|/);
    expect(body).toContain('[hier](https://example.com/mehr)');
    expect(body).toContain('Etikett');
    for (const gone of ['alert', 'Start', 'Kopf', 'Werbung', 'Impressum', 'tracker', 'color:red', '<'])
      expect(body).not.toContain(gone);
  });

  it('takes a piece of a page, and names it after the path', () => {
    expect(
      article('<h2>Opening hours</h2><p>We are open from nine to five on weekdays.</p>', 'x', 'help/hours'),
    ).toEqual('x: has neither a title nor a heading');
    expect(
      article('<h1>Opening hours</h1><p>We are open from nine to five on weekdays.</p>', 'x', 'help/hours'),
    ).toMatchObject({
      title: 'Opening hours',
      slug: 'hours',
      language: 'en',
      body: 'We are open from nine to five on weekdays.',
    });
  });

  it('takes the first part of a title where there is no heading', () => {
    const html = '<title>Returns | Help centre</title><body><p>Send it back within thirty days, unused.</p>';
    expect(article(html)).toMatchObject({ title: 'Returns' });
  });

  it.each([
    ['<h1>Empty</h1>', 'page.html: has no readable text'],
    ['', 'page.html: has neither a title nor a heading'],
    [
      '<html><head><meta name="robots" content="noindex,nofollow"></head><body><h1>A</h1></body></html>',
      'the page asks not to be indexed',
    ],
  ])('%j: %s', (html, error) => {
    expect(article(html)).toBe(error);
  });

  it('finds its way through broken markup', () => {
    const html = `<h1>Broken</h1><p>One <b>two <i>three</b> four</i><div><p>five six seven eight nine ten${'<div>'.repeat(300)}`;
    expect(article(html)).toMatchObject({ title: 'Broken', body: expect.stringContaining('five six') });
  });
});
