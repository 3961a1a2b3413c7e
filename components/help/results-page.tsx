import type { HelpResult, HelpResults } from '@/lib/knowledge/help.schema';
import { Links } from './front-page';
import { type Around, HelpPage, TalkToUs } from './help-page';
import { directionOf, fill, helpTexts } from './help-texts';

/** What the search found, each with the piece of text that speaks about the question. */
export function ResultsPage({ found, ...around }: Around & { found: HelpResults }) {
  const { frame, language } = around;
  const { texts } = helpTexts(language);
  const { query, results, suggestions } = found;
  const title = query === '' ? texts.search : fill(results.length > 0 ? texts.resultsFor : texts.nothingFor, { query });
  return (
    <HelpPage
      {...around}
      title={title}
      description={texts.searchLabel}
      path={`/${language}/search`}
      variants={frame.languages}
      indexed={false}
      query={query}
    >
      <div className="wrap">
        <div className="results">
          <h1>{title}</h1>
          {results.length === 0 && <p className="hint">{query === '' ? texts.askSomething : texts.nothingHint}</p>}
          <ol>
            {results.map((result) => (
              <Result key={`${result.slug} ${result.language}`} result={result} />
            ))}
          </ol>
          {suggestions.length > 0 && <Links links={suggestions} className="links" />}
          <TalkToUs texts={texts} />
        </div>
      </div>
    </HelpPage>
  );
}

function Result({ result: { slug, language, title, headings, excerpt } }: { result: HelpResult }) {
  return (
    <li lang={language} dir={directionOf(language)}>
      <h2>
        <a href={`/help/${language}/${encodeURIComponent(slug)}`}>{title}</a>
      </h2>
      {headings.length > 0 && <p className="where">{headings.join(' › ')}</p>}
      <p className="piece">
        {excerpt.map(({ text, hit }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: written once, never changed
          hit ? <mark key={at}>{text}</mark> : text,
        )}
      </p>
    </li>
  );
}
