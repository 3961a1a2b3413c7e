import { gfm } from '@joplin/turndown-plugin-gfm';
import Turndown from 'turndown';

const turndown = new Turndown({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
  hr: '---',
});
turndown.use(gfm);
turndown.remove(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'button', 'form', 'input']);
// Pictures are not kept with an article; what they show is said by their text.
turndown.addRule('picture', {
  filter: 'img',
  replacement: (_, node) => ((node as HTMLElement).getAttribute('alt') ?? '').trim(),
});
// Links that are no addresses for a reader (javascript:, a place within a page that is gone) become their words.
turndown.addRule('unusable link', {
  filter: (node) => node.nodeName === 'A' && !/^(?:https?:|mailto:|\/(?!\/))/i.test(node.getAttribute('href') ?? ''),
  replacement: (content) => content,
});

/** HTML as Markdown: headings, lists, tables, links and emphasis stay, whatever else goes. */
export function toMarkdown(html: string): string {
  return turndown
    .turndown(html)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
