'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { liveViewSchema } from '@/lib/live/live.schema';

/** What time alone changes, such as a promise that breaks. */
const everyMs = 5_000;

/** Every live event makes it old: see use-live-events.ts. */
export const useLive = () =>
  useQuery({
    queryKey: ['live'],
    queryFn: ({ signal }) => fetchJson('/api/metrics/live', liveViewSchema, signal),
    refetchInterval: everyMs,
  });
