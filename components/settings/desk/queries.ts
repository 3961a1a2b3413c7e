'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import { keysViewSchema } from '@/lib/auth/key.schema';
import { calendarViewSchema, policyViewSchema } from '@/lib/conversations/sla.schema';
import { labelUsesSchema, skillsViewSchema } from '@/lib/conversations/triage.schema';
import type { ActionResult } from '@/lib/http/action.schema';
import { metricSettingsViewSchema } from '@/lib/metrics/metric.schema';
import { modelsViewSchema } from '@/lib/models/model.schema';

const named = z.array(z.object({ id: z.string(), name: z.string() }));
const promisesSchema = z.object({ policies: z.array(policyViewSchema), calendars: named, teams: named });
const calendarsSchema = z.object({ calendars: z.array(calendarViewSchema) });
const previewSchema = z.object({ dueAt: z.string() });

/** Live events name `['desk']` when something here has changed. */
const read = <T>(key: string, schema: z.ZodType<T>) => ({
  queryKey: ['desk', 'settings', key],
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson(`/api/settings/${key}`, schema, signal),
});

export const useKeyList = () => useQuery(read('keys', keysViewSchema));
export const useLabelUses = () => useQuery(read('labels', labelUsesSchema));
export const useSkills = () => useQuery(read('skills', skillsViewSchema));
export const usePromises = () => useQuery(read('promises', promisesSchema));
export const useFigureSettings = () => useQuery(read('figures', metricSettingsViewSchema));
export const useCalendars = () => useQuery(read('calendars', calendarsSchema));

/** Whom models are asked of and what they cost in so many days. How they do changes by itself, so it is read again. */
export const useModels = (days: number) =>
  useQuery({
    ...read(`models?days=${days}`, modelsViewSchema),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });

/** When something promised this moment would be due; asked of the server, whose clock it is. */
export function usePreview(minutes: number | null, calendarId: string | null) {
  const search = new URLSearchParams({ minutes: String(minutes), ...(calendarId ? { calendar: calendarId } : {}) });
  return useQuery({ ...read(`promises/preview?${search}`, previewSchema), enabled: minutes !== null });
}

/** A change by an action: what failed is said, what changed is read again. */
export function useDeskChange<T>(act: (input: unknown) => Promise<ActionResult<T>>, failed: string, done?: string) {
  return useChange(act, { reads: [['desk']], failed, done });
}
