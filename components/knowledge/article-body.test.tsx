import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ArticleBody, anchorFor, withoutTitle } from './article-body';

const render = (markdown: string) => renderToStaticMarkup(<ArticleBody markdown={markdown} title="Returns" />);

describe('ArticleBody', () => {
  it.each([
    ['a web page', '[x](https://shop.example/a)', true],
    ['a mail address', '[x](mailto:help@shop.example)', true],
    ['a page of this site', '[x](/help/returns)', true],
    ['a place on the page', '[x](#fees)', true],
    ['a script', '[x](javascript:alert(1))', false],
    ['a script in disguise', '[x](JaVaScRiPt:alert(1))', false],
    ['data', '[x](data:text/html;base64,AAAA)', false],
    ['elsewhere without a scheme', '[x](//elsewhere.example)', false],
    ['a reference to a script', '[x][1]\n\n[1]: vbscript:a', false],
  ])('links to %s', (_, markdown, live) => {
    expect(render(markdown).includes('<a ')).toBe(live);
  });

  it('loads no image and takes no HTML', () => {
    const html = render('![a map](https://elsewhere.example/x.png?d=1) <img src="/x"> <b onclick="x()">bold</b>');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('onclick');
    expect(html).toContain('a map');
  });

  it('keeps tables, and says its own title once', () => {
    const html = render('# Returns\n\n## Fees\n\n| What | Fee |\n| --- | --- |\n| Tent | $5 |');
    expect(html).not.toContain('Returns');
    expect(html).toContain('<h2 id="fees">');
    expect(html).toContain('<td>$5</td>');
  });
});

describe('withoutTitle', () => {
  it.each([
    ['# Returns\n\nText', '\nText'],
    ['# Returns #\nText', 'Text'],
    ['# Returns', ''],
    ['# Other\n\nText', '# Other\n\nText'],
    ['## Returns\n\nText', '## Returns\n\nText'],
  ])('%j', (markdown, left) => {
    expect(withoutTitle(markdown, 'Returns')).toBe(left);
  });
});

it('gives headings of every script a place', () => {
  expect(anchorFor('When the shop pays?')).toBe('when-the-shop-pays');
  expect(anchorFor('退货 政策')).toBe('退货-政策');
});
