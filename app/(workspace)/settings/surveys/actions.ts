'use server';

import { personAction } from '@/lib/http/action';
import { saveSurveySettings } from '@/lib/surveys/survey-settings';
import { surveySettingsSchema } from '@/lib/surveys/surveys.schema';

const saving = personAction({ permission: 'desk.administer', input: surveySettingsSchema }, saveSurveySettings);

// Only functions declared here become callable from the browser.
export async function keepSurveys(input: unknown) {
  return saving(input);
}
