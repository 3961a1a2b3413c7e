import { NoticePage, StopPage } from '@/components/survey/survey-page';
import { surveyWords } from '@/lib/format/survey-words';
import { limitSurvey } from '@/lib/surveys/answer-survey';
import { readStop, stopSurveys } from '@/lib/surveys/stop-surveys';
import { readBrand } from '@/lib/surveys/survey-settings';
import { addressOf, surveyResponse, surveyRoute } from '../../respond';

type Context = { params: Promise<{ token: string }> };

async function show(token: string): Promise<Response> {
  const [brand, found] = await Promise.all([readBrand(), readStop(token)]);
  if (found) return surveyResponse(<StopPage brand={brand} {...found} />);
  const { words } = surveyWords('en');
  return surveyResponse(<NoticePage brand={brand} language="en" title={words.unknown} text={words.unknownText} />, 404);
}

/** Asks first. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return surveyRoute(async () => {
    const { token } = await params;
    await limitSurvey(token, addressOf(request));
    return show(token);
  });
}

/** From the page, or from the mail program itself with one click (RFC 8058): no cookie, no sign-in, no second question. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return surveyRoute(async () => {
    const { token } = await params;
    await limitSurvey(token, addressOf(request));
    await stopSurveys(token);
    return show(token);
  });
}
