import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { join } from '@/components/ui/join';
import './article.css';

type Props = {
  markdown: string;
  /** A first heading that repeats it is left out: the page says it already. */
  title: string;
  /** For customers, in the help centre. */
  large?: boolean;
};

/**
 * An article as it is read. No HTML and no images, which could load from or tell others; links only to web pages, mail
 * addresses and this site.
 */
export function ArticleBody({ markdown, title, large }: Props) {
  return (
    <div className={join('article-text', large && 'article-text-large')}>
      <Markdown
        skipHtml
        remarkPlugins={[remarkGfm]}
        urlTransform={(url) => (isAllowed(url) ? url : '')}
        components={{
          // Below the title of the page there is no second one of its rank.
          h1: ({ children }) => <h2 id={anchorOf(children)}>{children}</h2>,
          h2: ({ children }) => <h2 id={anchorOf(children)}>{children}</h2>,
          h3: ({ children }) => <h3 id={anchorOf(children)}>{children}</h3>,
          a: ({ children, href }) =>
            href ? (
              <a href={href} rel={isOwn(href) ? undefined : 'noopener noreferrer nofollow'}>
                {children}
              </a>
            ) : (
              <span>{children}</span>
            ),
          img: ({ alt }) => (alt ? <span className="article-image">{alt}</span> : null),
          table: ({ children }) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must do so by keyboard too
            <section className="article-table" tabIndex={0} aria-label="Table">
              <table>{children}</table>
            </section>
          ),
          input: ({ checked }) => <span>{checked ? '☑ ' : '☐ '}</span>,
        }}
      >
        {withoutTitle(markdown, title)}
      </Markdown>
    </div>
  );
}

/** The place of a heading within the page: letters and digits of every script. */
export function anchorFor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

const anchorOf = (children: React.ReactNode): string | undefined => anchorFor(textOf(children)) || undefined;

function textOf(node: React.ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (node && typeof node === 'object' && 'props' in node) {
    return textOf((node.props as { children?: React.ReactNode }).children);
  }
  return '';
}

function isAllowed(url: string): boolean {
  return isOwn(url) || /^(?:https?:\/\/|mailto:)/i.test(url);
}

/** A path or a place within the page; "//elsewhere" and "/\elsewhere" lead away and are none. */
function isOwn(url: string): boolean {
  return url.startsWith('#') || /^\/(?![/\\])/.test(url);
}

/** Without a first heading that says the title again. */
export function withoutTitle(markdown: string, title: string): string {
  const first = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\r?\n|$)/.exec(markdown);
  return first && first[1]!.trim() === title.trim() ? markdown.slice(first[0].length) : markdown;
}
