import type { ReactNode } from 'react';
import { directionOf } from '@/components/help/help-texts';
import { fillWords, surveyWords } from '@/lib/format/survey-words';
import type { SurveyPage as Page } from '@/lib/surveys/surveys.schema';
import { Face, Tick } from './faces';
import { surveyScript, surveyStyles } from './survey-styles';

type Around = { brand: string; language: string | null; title: string; children: ReactNode; script?: boolean };

/** A whole document around one question: no frame of ours, nothing to load, nowhere else to go. */
function Document({ brand, language, title, children, script }: Around) {
  const { spoken } = surveyWords(language);
  return (
    <html lang={spoken} dir={directionOf(spoken)}>
      {/* biome-ignore lint/style/noHeadElement: this is a whole document, written without Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${brand}`}</title>
        <link rel="icon" href="/icon.svg" />
        <style>{surveyStyles}</style>
      </head>
      <body>
        <main>
          <div className="card">
            <p className="brand">{brand}</p>
            {children}
          </div>
        </main>
        {script && <script>{surveyScript}</script>}
      </body>
    </html>
  );
}

type Said = { page: Page /** What a mail's link had in it: shown, and not sent by itself. */; chosen: number | null };

export function SurveyPage({ page, chosen }: Said) {
  const { words } = surveyWords(page.language);
  if (page.state !== 'open' && page.state !== 'answered') {
    const [title, text] = {
      unknown: [words.unknown, words.unknownText] as const,
      expired: [words.expired, words.expiredText] as const,
      used: [words.used, words.usedText] as const,
    }[page.state];
    return <NoticePage brand={page.brand} language={page.language} title={title} text={text} />;
  }
  const question = page.kind === 'csat' ? words.csat : fillWords(words.nps, { brand: page.brand });
  const shown = page.score ?? chosen;
  return (
    <Document brand={page.brand} language={page.language} title={question} script>
      <h1 id="question">{question}</h1>
      {page.kind === 'nps' && <p className="about">{words.npsAbout}</p>}
      <form method="post">
        <Marks page={page} chosen={shown} labelled="question" />
        {page.state === 'open' && chosen !== null && (
          <p>
            <button type="submit" className="button" name="score" value={chosen}>
              {`${words.send}: ${chosen}`}
            </button>
          </p>
        )}
      </form>
      <p className="hint">{words.hint}</p>
      {page.state === 'answered' && <Answered page={page} />}
    </Document>
  );
}

type Asked = Extract<Page, { state: 'open' | 'answered' }>;

function Marks({ page, chosen, labelled }: { page: Asked; chosen: number | null; labelled: string }) {
  const { words } = surveyWords(page.language);
  const csat = page.kind === 'csat';
  const scores = csat ? [1, 2, 3, 4, 5] : Array.from({ length: 11 }, (_, score) => score);
  return (
    <fieldset aria-labelledby={labelled}>
      <div className={csat ? 'marks' : 'marks many'}>
        {scores.map((score) => (
          <button
            key={score}
            type="submit"
            name="score"
            value={score}
            className={score === chosen ? 'mark chosen' : 'mark'}
            aria-label={csat ? `${score}, ${words.csatScores[score - 1]}` : String(score)}
            aria-pressed={score === chosen}
          >
            {csat && <Face score={score} />}
            <b>{score}</b>
          </button>
        ))}
      </div>
      <p className="ends" aria-hidden="true">
        <span>{csat ? words.csatScores[0] : words.npsLow}</span>
        <span>{csat ? words.csatScores[4] : words.npsHigh}</span>
      </p>
    </fieldset>
  );
}

/** What was said is kept already; words to it are one more step, and may stay away. */
function Answered({ page }: { page: Asked }) {
  const { words, spoken } = surveyWords(page.language);
  const date = page.changeUntil
    ? new Date(page.changeUntil).toLocaleDateString(spoken, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    : '';
  return (
    <div>
      <div className="said" role="status">
        <Tick />
        <p>
          {page.commented ? words.kept : words.thanks}
          <br />
          <span className="until">{fillWords(words.changed, { score: String(page.score), date })}</span>
        </p>
      </div>
      <form method="post">
        <label htmlFor="comment">
          {page.kind === 'csat' ? words.comment : words.npsComment} <em>{`(${words.optional})`}</em>
        </label>
        <textarea id="comment" name="comment" maxLength={1_000} rows={3} />
        <button type="submit" className="button">
          {words.sendComment}
        </button>
      </form>
    </div>
  );
}

type Notice = { brand: string; language: string | null; title: string; text: string; children?: ReactNode };

/** One thing that is so, and nothing to do, or one. */
export function NoticePage({ brand, language, title, text, children }: Notice) {
  return (
    <Document brand={brand} language={language} title={title}>
      <h1>{title}</h1>
      <p className="about">{text}</p>
      {children}
    </Document>
  );
}

/** A GET asks first: programs that look through mails follow every link in them. */
export function StopPage({ brand, language, stopped }: { brand: string; language: string | null; stopped: boolean }) {
  const { words } = surveyWords(language);
  return stopped ? (
    <NoticePage brand={brand} language={language} title={words.stopped} text={words.stoppedText} />
  ) : (
    <NoticePage brand={brand} language={language} title={words.stop} text={words.stopText}>
      <form method="post">
        <button type="submit" className="button">
          {words.stopDo}
        </button>
      </form>
    </NoticePage>
  );
}
