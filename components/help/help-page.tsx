import type { ReactNode } from 'react';
import type { HelpFrame } from '@/lib/knowledge/help.schema';
import { helpScript } from './help-script';
import { helpStyles } from './help-styles';
import { directionOf, type HelpTexts, helpTexts, nameLanguage } from './help-texts';

export type Around = {
  frame: HelpFrame;
  /** The language of the addresses and the articles. */
  language: string;
  /** Where browsers reach this installation, without a slash at the end. */
  base: string;
};

type Props = Around & {
  /** The page's own title; the front page has none. */
  title: string | null;
  description: string;
  /** Below `/help`: "/en/refunds". */
  path: string;
  /** The same page in these languages; their addresses differ by the first part. */
  variants: string[];
  /** Search engines keep articles, not searches and not what is missing. */
  indexed: boolean;
  /** The question in the search field at the top; null where the page has a field of its own. */
  query: string | null;
  children: ReactNode;
};

/** A whole document of the help centre: what stands around the content, and what search engines want to know. */
export function HelpPage(props: Props) {
  const { frame, language, base, title, description, path, variants, indexed, query, children } = props;
  const { texts, spoken } = helpTexts(language);
  const name = `${frame.workspace} ${texts.helpCentre}`;
  const inLanguage = (other: string) => `${base}/help/${other}${path.replace(/^\/[^/]+/, '')}`;
  return (
    <html lang={spoken} dir={directionOf(spoken)}>
      {/* biome-ignore lint/style/noHeadElement: this is a whole document, written without Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title ? `${title} · ${name}` : name}</title>
        <meta name="description" content={description} />
        {!indexed && <meta name="robots" content="noindex" />}
        {indexed && <link rel="canonical" href={`${base}/help${path}`} />}
        {indexed &&
          variants.length > 1 &&
          variants.map((other) => <link key={other} rel="alternate" hrefLang={other} href={inLanguage(other)} />)}
        <link rel="icon" href="/icon.svg" />
        <style>{helpStyles}</style>
      </head>
      <body>
        <a className="skip" href="#content">
          {texts.skip}
        </a>
        <header className="bar">
          <div className="wrap">
            <a className="home" href={`/help/${language}`}>
              {frame.workspace} <span>{texts.helpCentre}</span>
            </a>
            <Languages languages={frame.languages} language={language} variants={variants} path={path} texts={texts} />
          </div>
        </header>
        <main id="content" tabIndex={-1}>
          {query !== null && (
            <div className="wrap">
              <SearchForm language={language} query={query} texts={texts} />
            </div>
          )}
          {children}
        </main>
        <footer className="foot">
          <div className="wrap">{name}</div>
        </footer>
        {frame.chatKey && <script async src="/widget.js" data-key={frame.chatKey} />}
        {frame.chatKey && <script>{helpScript}</script>}
      </body>
    </html>
  );
}

type LanguagesProps = { languages: string[]; language: string; variants: string[]; path: string; texts: HelpTexts };

/** To the same page where it exists in that language, to the front page otherwise. */
function Languages({ languages, language, variants, path, texts }: LanguagesProps) {
  if (languages.length < 2) return null;
  return (
    <details className="tongues">
      <summary>
        <span aria-hidden>
          <GlobeSign />
        </span>
        <span>{nameLanguage(language)}</span>
      </summary>
      <nav aria-label={texts.language}>
        <ul>
          {languages.map((other) => (
            <li key={other}>
              <a
                href={variants.includes(other) ? `/help/${other}${path.replace(/^\/[^/]+/, '')}` : `/help/${other}`}
                lang={other}
                hrefLang={other}
                aria-current={other === language ? 'true' : undefined}
              >
                {nameLanguage(other)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function GlobeSign() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
    >
      <path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM1.5 8h13M8 1.5c2 2 2.6 4.2 2.6 6.5S10 12.5 8 14.5M8 1.5C6 3.5 5.4 5.7 5.4 8S6 12.5 8 14.5" />
    </svg>
  );
}

export function SearchForm({ language, query, texts }: { language: string; query: string; texts: HelpTexts }) {
  return (
    <search>
      <form className="find" action={`/help/${language}/search`} method="get">
        <input
          type="search"
          name="q"
          defaultValue={query}
          maxLength={300}
          aria-label={texts.searchLabel}
          placeholder={texts.placeholder}
          autoComplete="off"
        />
        <button type="submit" className="button main">
          {texts.search}
        </button>
      </form>
    </search>
  );
}

/** Shown by the page's script once the chat is there. */
export function TalkToUs({ texts, first }: { texts: HelpTexts /** Nothing was looked for yet. */; first?: boolean }) {
  return (
    <div className="talk" data-chat hidden>
      {!first && <span>{texts.talkHint}</span>}
      <button type="button" className="button">
        {texts.talk}
      </button>
    </div>
  );
}
