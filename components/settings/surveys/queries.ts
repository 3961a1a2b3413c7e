'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { type SurveySettings, surveyCountSchema, surveysViewSchema } from '@/lib/surveys/surveys.schema';

export const useSurveys = () =>
  useQuery({
    queryKey: ['desk', 'settings', 'surveys'],
    queryFn: ({ signal }) => fetchJson('/api/settings/surveys', surveysViewSchema, signal),
  });

/** How many would be asked with what stands in the form; nobody is. Null while the form is not whole. */
export const useSurveyCount = (settings: SurveySettings | null) =>
  useQuery({
    queryKey: ['desk', 'settings', 'surveys', 'count', settings],
    queryFn: ({ signal }) => fetchJson('/api/settings/surveys/count', surveyCountSchema, signal, settings),
    enabled: settings !== null,
    placeholderData: keepPreviousData,
  });
