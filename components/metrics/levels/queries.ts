'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import { alertsViewSchema } from '@/lib/alerts/alert.schema';
import { conversationRowSchema } from '@/lib/conversations/conversation.schema';
import type { ActionResult } from '@/lib/http/action.schema';
import { type LevelKey, levelsViewSchema, samplesSchema } from '@/lib/levels/level.schema';

/** Windows move by themselves: they are read again though nothing happened. */
const everyMs = 15_000;
const spentSchema = z.object({ rows: z.array(conversationRowSchema), next: z.string().nullable() });

/** `alert.changed` and `desk.changed` make both old. */
export const useLevels = () =>
  useQuery({
    queryKey: ['levels'],
    queryFn: ({ signal }) => fetchJson('/api/metrics/levels', levelsViewSchema, signal, undefined, 30_000),
    refetchInterval: everyMs,
  });

export const useAlerts = () =>
  useQuery({
    queryKey: ['alerts'],
    queryFn: ({ signal }) => fetchJson('/api/metrics/alerts', alertsViewSchema, signal),
    refetchInterval: everyMs,
  });

export const useSamples = (enabled: boolean) =>
  useQuery({
    queryKey: ['levels', 'samples'],
    queryFn: ({ signal }) => fetchJson('/api/metrics/levels/samples', samplesSchema, signal),
    enabled,
  });

export const useSpent = (key: LevelKey, day: string | null) =>
  useInfiniteQuery({
    queryKey: ['levels', 'spent', key, day],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ key, ...(day ? { day } : {}), ...(pageParam ? { after: pageParam } : {}) });
      return fetchJson(`/api/metrics/levels/spent?${search}`, spentSchema, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** A change of levels or alerts by an action. */
export const useLevelChange = <T>(act: (input: unknown) => Promise<ActionResult<T>>, failed: string, done?: string) =>
  useChange(act, { reads: [['levels'], ['alerts']], failed, done });
