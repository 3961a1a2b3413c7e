import { type Around, HelpPage, SearchForm, TalkToUs } from './help-page';
import { helpTexts } from './help-texts';

/** For an address without an article, or with one that is not for everybody: the difference would tell too much. */
export function MissingPage(around: Around) {
  const { texts } = helpTexts(around.language);
  return (
    <HelpPage
      {...around}
      title={texts.missingTitle}
      description={texts.missingText}
      path={`/${around.language}`}
      variants={around.frame.languages}
      indexed={false}
      query={null}
    >
      <div className="wrap nothing">
        <h1>{texts.missingTitle}</h1>
        <p>{texts.missingText}</p>
        <SearchForm language={around.language} query="" texts={texts} />
        <p>
          <a className="plain" href={`/help/${around.language}`}>
            {texts.start}
          </a>
        </p>
        <TalkToUs texts={texts} />
      </div>
    </HelpPage>
  );
}
