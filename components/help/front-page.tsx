import type { HelpFront, HelpLink } from '@/lib/knowledge/help.schema';
import { type Around, HelpPage, SearchForm, TalkToUs } from './help-page';
import { helpTexts } from './help-texts';

/** The start: the search, what is asked most, and every collection. */
export function FrontPage({ front, ...around }: Around & { front: HelpFront }) {
  const { frame, language } = around;
  const { texts } = helpTexts(language);
  const isEmpty = front.collections.length === 0;
  return (
    <HelpPage
      {...around}
      title={null}
      description={`${texts.greeting} ${frame.workspace} ${texts.helpCentre}`}
      path={`/${language}`}
      variants={frame.languages}
      indexed={!isEmpty}
      query={null}
    >
      <div className="hero">
        <div className="wrap">
          <h1>{isEmpty ? texts.nothingYet : texts.greeting}</h1>
          {!isEmpty && <SearchForm language={language} query="" texts={texts} />}
          <TalkToUs texts={texts} first />
        </div>
      </div>
      <div className="wrap">
        {front.used.length > 0 && (
          <section className="part" aria-labelledby="used">
            <h2 id="used">{texts.mostRead}</h2>
            <Links links={front.used} className="links used" />
          </section>
        )}
        <div className="shelves">
          {front.collections.map(({ name, articles }, at) => (
            <section key={name} className="shelf" aria-labelledby={`shelf-${at}`}>
              <h2 id={`shelf-${at}`}>{name || texts.others}</h2>
              <Links links={articles} className="links" />
            </section>
          ))}
        </div>
      </div>
    </HelpPage>
  );
}

export function Links({ links, className }: { links: HelpLink[]; className: string }) {
  return (
    <ul className={className}>
      {links.map(({ slug, language, title }) => (
        <li key={slug}>
          <a href={`/help/${language}/${encodeURIComponent(slug)}`}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
