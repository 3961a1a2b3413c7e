import { personRoute } from '@/lib/http/route';
import { surveySettingsSchema } from '@/lib/surveys/surveys.schema';
import { countSurveys } from '@/lib/surveys/view-surveys';

export const POST = personRoute({ permission: 'desk.administer', body: surveySettingsSchema }, async ({ body }) =>
  countSurveys(body),
);
