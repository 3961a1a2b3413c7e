'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import { type DefinitionName, definitionVersionsSchema } from '@/lib/governance/definition.schema';
import { termsSchema } from '@/lib/governance/policy-view.schema';
import { waitingSchema } from '@/lib/governance/waiting.schema';
import type { ActionResult } from '@/lib/http/action.schema';
import { placeOf } from './kind-words';

/** Live events name `['definitions']` when a version was drafted, changed, released or taken back. */
const all = ['definitions'] as const;

export function useVersions({ kind, key }: DefinitionName) {
  return useQuery({
    queryKey: [...all, kind, key],
    queryFn: ({ signal }) => fetchJson(`/api${placeOf[kind].api(key)}/versions`, definitionVersionsSchema, signal),
  });
}

/** Drafts, and what is on trial. */
export function useWaiting() {
  return useQuery({
    queryKey: [...all, 'waiting'],
    queryFn: ({ signal }) => fetchJson('/api/definitions/waiting', waitingSchema, signal),
  });
}

/** A change of what stands under a key. */
export function useDefinitionChange<I, T>(
  act: (input: I) => Promise<ActionResult<T>>,
  failed: string,
  done?: string | ((value: T) => string),
) {
  return useChange(act, { reads: [all, ['policies'], ['playbooks']], failed, done });
}

/** Where the names are asked for that an expression may use, and what they depend on. */
export type TermsSource = { path: string; given: object };

/** What may stand at the cursor of an expression. */
export function useTerms({ path, given }: TermsSource, at: { text: string; offset: number }, enabled: boolean) {
  return useQuery({
    queryKey: ['expression-terms', path, given, at],
    queryFn: ({ signal }) => fetchJson(path, termsSchema, signal, { ...given, ...at }),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
