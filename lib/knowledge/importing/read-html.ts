import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { languageOfPath, languageOfText, readLanguageTag } from './choose-language';
import { nameOfFile, withoutTitle } from './read-markdown';
import { type Defaults, failed, type ReadItem, skipped } from './reading';
import { stableSlug } from './stable-slug';
import { toMarkdown } from './to-markdown';

const mostLetters = 200_000;
/** A page with less text than this is a list of links or a picture, not an article. */
const fewestLetters = 20;

/** What surrounds the text of a page. */
const around =
  'script,style,noscript,template,nav,header,footer,aside,form,iframe,object,embed,svg,canvas,dialog,button,[hidden],[aria-hidden="true"],[role="navigation"],[role="banner"],[role="contentinfo"],[role="search"]';

/** A page as an article: its readable main content as Markdown. `path` names it where it comes from a site. */
export function readHtml(file: string, html: string, defaults: Defaults, path = file): ReadItem {
  const { document } = parseHTML(withFrame(html));
  if (/\bnoindex\b/i.test(document.querySelector('meta[name="robots"]')?.getAttribute('content') ?? ''))
    return skipped(file, 'the page asks not to be indexed');
  const title = titleOf(document);
  const tag = document.documentElement?.getAttribute('lang') ?? '';
  const body = withoutTitle(toMarkdown(mainContent(html)), title).trim();
  const words = body.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (title === '') return failed(file, `${file}: has neither a title nor a heading`);
  if (words < fewestLetters) return failed(file, `${file}: has no readable text`);
  if (body.length > mostLetters) return failed(file, `${file}: is longer than 200,000 characters`);
  return {
    file,
    state: 'ready',
    article: {
      slug: stableSlug(nameOfFile(path) || title),
      language: languageOfPath(path) ?? readLanguageTag(tag) ?? languageOfText(`${title}\n${body}`, defaults.language),
      title: title.slice(0, 300),
      body,
      audience: defaults.audience,
      saysAudience: false,
      collection: defaults.collection,
      teamKey: null,
      reviewAt: null,
    },
  };
}

/** What is pasted is often a piece of a page. */
const withFrame = (html: string): string =>
  /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;

function titleOf(document: Document): string {
  const heading = document.querySelector('main h1, article h1') ?? document.querySelector('h1');
  const said = clean(heading?.textContent ?? '');
  if (said !== '') return said;
  // "Returns | Help centre of the shop": the first part is the page's own.
  return clean(document.querySelector('title')?.textContent ?? '').split(/\s+[|–—·]\s+/)[0] ?? '';
}

/** Readability first; where it finds next to nothing in a page of text, the page without what surrounds it. */
function mainContent(html: string): string {
  // Each reading takes the tree apart: it gets its own.
  const plain = parseHTML(withFrame(html)).document;
  for (const one of plain.querySelectorAll(around)) one.remove();
  const whole = plain.querySelector('main, [role="main"], article') ?? plain.body;
  const all = lettersIn(whole?.textContent ?? '');
  const { document } = parseHTML(withFrame(html));
  for (const one of document.querySelectorAll('script,style,noscript,template')) one.remove();
  const found = new Readability(document as unknown as Document, { charThreshold: 200, keepClasses: false }).parse();
  return found?.content && lettersIn(found.textContent ?? '') * 2 >= all ? found.content : (whole?.innerHTML ?? '');
}

const lettersIn = (text: string): number => text.replace(/\s+/g, '').length;
const clean = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[¶#]\s*$/, '')
    .trim();
