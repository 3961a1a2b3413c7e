import { fillWords, surveyWords } from '../format/survey-words';
import { wordLetter } from '../mail/word-letter';
import { answerUrl, stopUrl } from './survey-link';
import type { SurveyKind } from './surveys.schema';

type Asked = {
  kind: SurveyKind;
  surveyId: string;
  customerId: string;
  brand: string;
  language: string;
  closedAt: Date;
};

/** A survey as a mail, in the customer's language: the scores are links, and sending an answer is done on the page behind them. */
export function wordSurvey({ kind, surveyId, customerId, brand, language, closedAt }: Asked) {
  const { words, spoken } = surveyWords(language);
  const url = answerUrl(surveyId);
  const stop = stopUrl(customerId);
  const title = kind === 'csat' ? words.csat : fillWords(words.nps, { brand });
  const date = closedAt.toLocaleDateString(spoken, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const choices =
    kind === 'csat'
      ? words.csatScores.map((name, at) => ({
          says: String(at + 1),
          name: `${at + 1}, ${name}`,
          url: `${url}?score=${at + 1}`,
        }))
      : Array.from({ length: 11 }, (_, score) => ({
          says: String(score),
          name: String(score),
          url: `${url}?score=${score}`,
        }));
  return {
    subject: `${title} · ${brand}`.slice(0, 200),
    unsubscribeUrl: stop,
    ...wordLetter({
      brand,
      title,
      paragraphs: [kind === 'csat' ? fillWords(words.csatAbout, { date }) : words.npsAbout, words.ask],
      choices,
      foot: [fillWords(words.why, { brand })],
      footLink: { says: words.stop, url: stop },
      language: spoken,
    }),
  };
}
