'use client';

import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import {
  intentsViewSchema,
  intentViewSchema,
  triedSchema,
  versionEffectSchema,
  versionSummarySchema,
} from '@/lib/governance/intent-view.schema';
import type { ActionResult } from '@/lib/http/action.schema';

/** Live events name `['intents']` when an intent changed, or a version was trained or released. */
export const intentKeys = {
  list: ['intents', 'list'] as const,
  one: (key: string) => ['intents', 'one', key] as const,
  versions: ['intents', 'versions'] as const,
  effect: (id: string) => ['intents', 'effect', id] as const,
  tried: (text: string) => ['intents', 'tried', text] as const,
};

export function useIntents() {
  return useQuery({
    queryKey: intentKeys.list,
    queryFn: ({ signal }) => fetchJson('/api/intents', intentsViewSchema, signal),
  });
}

export function useIntent(key: string | null) {
  return useQuery({
    queryKey: intentKeys.one(key ?? ''),
    queryFn: ({ signal }) => fetchJson(`/api/intents/${encodeURIComponent(key ?? '')}`, intentViewSchema, signal),
    enabled: key !== null,
  });
}

const versionsSchema = z.object({ versions: z.array(versionSummarySchema) });

export function useVersions() {
  return useQuery({
    queryKey: intentKeys.versions,
    queryFn: ({ signal }) => fetchJson('/api/intents/versions', versionsSchema, signal),
  });
}

export function useEffectOf(id: string | null) {
  return useQuery({
    queryKey: intentKeys.effect(id ?? ''),
    queryFn: ({ signal }) =>
      fetchJson(`/api/intents/versions/${encodeURIComponent(id ?? '')}`, versionEffectSchema, signal),
    enabled: id !== null,
  });
}

export function useTried(text: string) {
  return useQuery({
    queryKey: intentKeys.tried(text),
    queryFn: ({ signal }) => fetchJson('/api/intents/try', triedSchema, signal, { text }),
    enabled: text !== '',
  });
}

/** One change of what is taught: says so when it failed, and reads everything again either way. */
export function useIntentChange<I, T>(act: (input: I) => Promise<ActionResult<T>>, failed: string, done?: string) {
  return useChange(act, { reads: [['intents']], failed, done });
}
