'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import type { ActionResult } from '@/lib/http/action.schema';
import { reportListSchema, sendingsSchema } from '@/lib/reports/report.schema';

/** Under `desk`: `desk.changed` makes them old. */
const reportKeys = {
  all: ['desk', 'reports'] as const,
  sendings: (id: string) => ['desk', 'reports', id] as const,
};
/** A mail on its way tells no event when it arrives. */
const lookAgainMs = 3_000;

export const useReports = (enabled = true) =>
  useQuery({
    queryKey: reportKeys.all,
    queryFn: ({ signal }) => fetchJson('/api/metrics/reports', reportListSchema, signal),
    enabled,
  });

export const useSendings = (id: string) =>
  useQuery({
    queryKey: reportKeys.sendings(id),
    queryFn: ({ signal }) => fetchJson(`/api/metrics/reports/${id}`, sendingsSchema, signal),
    refetchInterval: ({ state: { data } }) =>
      data?.sendings.some(({ mails }) => mails.some(({ state }) => state === 'waiting')) ? lookAgainMs : false,
  });

/** A change of a report by an action. */
export const useReportChange = <T>(
  act: (input: unknown) => Promise<ActionResult<T>>,
  failed: string,
  done?: string | ((value: T) => string),
) => useChange(act, { reads: [reportKeys.all], failed, done });
