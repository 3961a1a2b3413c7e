'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import { tellingViewSchema } from '@/lib/alerts/alert.schema';
import type { ActionResult } from '@/lib/http/action.schema';

/** What is sent goes out by itself, so the logs are read again. */
export const useTellings = () =>
  useQuery({
    queryKey: ['alerts', 'telling'],
    queryFn: ({ signal }) => fetchJson('/api/metrics/alerts/telling', tellingViewSchema, signal),
    refetchInterval: 3_000,
  });

export const useTellingChange = <T>(act: (input: unknown) => Promise<ActionResult<T>>, failed: string, done?: string) =>
  useChange(act, { reads: [['alerts']], failed, done });
