import { SurveyPage } from '@/components/survey/survey-page';
import { answerSurvey, limitSurvey, readSurvey } from '@/lib/surveys/answer-survey';
import { type SurveyPage as Page, scoreSchema, surveyAnswerSchema } from '@/lib/surveys/surveys.schema';
import { addressOf, readFields, surveyResponse, surveyRoute } from '../respond';

type Context = { params: Promise<{ token: string }> };

const statusOf = { unknown: 404, expired: 410, used: 410, open: 200, answered: 200 } as const satisfies Record<
  Page['state'],
  number
>;

/** Shows the question. It keeps nothing: programs that look through mails follow links, too. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return surveyRoute(async () => {
    const { token } = await params;
    await limitSurvey(token, addressOf(request));
    const page = await readSurvey(token);
    const asked = new URL(request.url).searchParams.get('score');
    const score = asked === null ? undefined : scoreSchema.safeParse(asked).data;
    const fits = score !== undefined && 'kind' in page && (page.kind === 'nps' || (score >= 1 && score <= 5));
    return surveyResponse(<SurveyPage page={page} chosen={fits ? score : null} />, statusOf[page.state]);
  });
}

/** A plain form posts here; what it says is kept before the page comes back. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return surveyRoute(async () => {
    const { token } = await params;
    await limitSurvey(token, addressOf(request));
    const fields = await readFields(request);
    const given = surveyAnswerSchema.safeParse({
      score: fields?.get('score') || undefined,
      comment: fields?.get('comment') ?? undefined,
    });
    const asked = await readSurvey(token);
    const fits =
      given.success &&
      'kind' in asked &&
      (given.data.score === undefined
        ? asked.score !== null
        : asked.kind === 'nps' || /^[1-5]$/.test(String(given.data.score)));
    const page = fits ? await answerSurvey(token, given.data) : asked;
    // Read anew under the same address: a reload then sends nothing a second time.
    if (page.state === 'answered') return new Response(null, { status: 303, headers: seeOther(token) });
    return surveyResponse(<SurveyPage page={page} chosen={null} />, fits ? statusOf[page.state] : 400);
  });
}

const seeOther = (token: string) => ({
  location: `/survey/${encodeURIComponent(token)}`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
});
