import { ArticleBody, anchorFor, withoutTitle } from '@/components/knowledge/article-body';
import type { HelpArticle } from '@/lib/knowledge/help.schema';
import { Links } from './front-page';
import { type Around, HelpPage, TalkToUs } from './help-page';
import { directionOf, fill, helpTexts, nameLanguage } from './help-texts';

/** Fewer headings than this are seen at once. */
const fewestHeadings = 3;

type Props = Around & { article: HelpArticle /** What this reader has just said. */; voted: 'yes' | 'no' | null };

/** One article, with the way to it, its other languages, and whether it helped. */
export function ArticlePage({ article, voted, ...around }: Props) {
  const { language } = around;
  const { texts, spoken } = helpTexts(language);
  const place = `/help/${language}/${encodeURIComponent(article.slug)}`;
  const others = article.languages.filter((other) => other !== language);
  const headings = readHeadings(withoutTitle(article.body, article.title));
  const date = new Intl.DateTimeFormat(spoken, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(article.updatedAt),
  );
  return (
    <HelpPage
      {...around}
      title={article.title}
      description={article.summary}
      path={`/${language}/${encodeURIComponent(article.slug)}`}
      variants={article.languages}
      indexed
      query=""
    >
      <div className="wrap">
        <nav aria-label={texts.path}>
          <ol className="path">
            <li>
              <a href={`/help/${language}`}>{texts.helpCentre}</a>
            </li>
            {article.collection && <li>{article.collection}</li>}
          </ol>
        </nav>
        <div className="read">
          <article lang={language} dir={directionOf(language)}>
            <h1>{article.title}</h1>
            <p className="about" lang={spoken}>
              <time dateTime={article.updatedAt}>{fill(texts.updated, { date })}</time>
              {others.length > 0 && ` · ${texts.alsoIn} `}
              {others.map((other, at) => (
                <span key={other}>
                  {at > 0 && ', '}
                  <a href={`/help/${other}/${encodeURIComponent(article.slug)}`} lang={other} hrefLang={other}>
                    {nameLanguage(other)}
                  </a>
                </span>
              ))}
            </p>
            <ArticleBody markdown={article.body} title={article.title} large />
            <div className="vote" id="helpful" lang={spoken}>
              {voted ? (
                <p role="status">{voted === 'yes' ? texts.thanksYes : texts.thanksNo}</p>
              ) : (
                <>
                  <p>{texts.helpful}</p>
                  <form action={`${place}/vote`} method="post">
                    <button type="submit" name="helpful" value="yes" className="button">
                      {texts.yes}
                    </button>
                    <button type="submit" name="helpful" value="no" className="button">
                      {texts.no}
                    </button>
                  </form>
                </>
              )}
            </div>
            <TalkToUs texts={texts} />
            {article.related.length > 0 && (
              <section className="more" lang={spoken} aria-labelledby="related">
                <h2 id="related">{texts.related}</h2>
                <Links links={article.related} className="links" />
              </section>
            )}
          </article>
          {headings.length >= fewestHeadings && (
            <nav className="side" aria-labelledby="on-this-page">
              <h2 id="on-this-page">{texts.onThisPage}</h2>
              <ul>
                {headings.map(({ text, level }) => (
                  <li key={text} className={level > 2 ? 'deep' : undefined}>
                    <a href={`#${encodeURIComponent(anchorFor(text))}`}>{text}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </HelpPage>
  );
}

/** Headings outside of code, each text once: the anchors are made from it. */
function readHeadings(markdown: string): { text: string; level: number }[] {
  const found = new Map<string, { text: string; level: number }>();
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^(#{1,3})\s+(.+?)\s*#*\s*$/.exec(line);
    if (!heading) continue;
    const text = heading[2]!
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[*_`]/g, '')
      .trim();
    const anchor = anchorFor(text);
    if (anchor !== '' && !found.has(anchor)) found.set(anchor, { text, level: heading[1]!.length });
  }
  return [...found.values()];
}
