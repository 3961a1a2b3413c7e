'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import type { PolicyDefinition } from '@/lib/governance/policy.schema';
import {
  type PolicyDraftInput,
  policiesViewSchema,
  policyLookSchema,
  policyTextSchema,
  policyVersionSchema,
  policyViewSchema,
  readTextSchema,
  recordedSchema,
  toolNamesSchema,
} from '@/lib/governance/policy-view.schema';
import { replaySchema } from '@/lib/governance/replay.schema';

/** Live events name `['policies']` when a version was drafted, changed, released or taken back. */
export const policyKeys = {
  list: ['policies', 'list'] as const,
  one: (key: string) => ['policies', 'one', key] as const,
  versions: (key: string) => ['policies', 'versions', key] as const,
  recorded: (key: string) => ['policies', 'recorded', key] as const,
};

/** A replay reads up to 5,000 decisions. */
const replayPatienceMs = 60_000;

const at = (key: string, more = '') => `/api/policies/${encodeURIComponent(key)}${more}`;

export function usePolicies() {
  return useQuery({
    queryKey: policyKeys.list,
    queryFn: ({ signal }) => fetchJson('/api/policies', policiesViewSchema, signal),
  });
}

export function usePolicy(key: string) {
  return useQuery({
    queryKey: policyKeys.one(key),
    queryFn: ({ signal }) => fetchJson(at(key), policyViewSchema, signal),
  });
}

/** What a version said; a version that was released never changes, a draft is read with the list of them. */
export function usePolicyVersion(key: string, version: number | null) {
  return useQuery({
    queryKey: [...policyKeys.versions(key), version],
    queryFn: ({ signal }) => fetchJson(at(key, `/versions/${version}`), policyVersionSchema, signal),
    enabled: version !== null,
  });
}

export function useRecorded(key: string, enabled: boolean) {
  return useQuery({
    queryKey: policyKeys.recorded(key),
    queryFn: ({ signal }) => fetchJson(at(key, '/recorded'), recordedSchema, signal),
    enabled,
  });
}

export function useToolNames() {
  return useQuery({
    queryKey: ['tool-names'],
    queryFn: ({ signal }) => fetchJson('/api/policies/tools', toolNamesSchema, signal),
    staleTime: 60_000,
  });
}

/** Sentences, findings and cases of what is written now. What was known of the text before stays until the answer is there. */
export function usePolicyLook(draft: PolicyDraftInput) {
  return useQuery({
    queryKey: ['policy-look', draft],
    queryFn: ({ signal }) => fetchJson('/api/policies/look', policyLookSchema, signal, draft),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export type ReplayAsked = { definition: PolicyDefinition; days: 7 | 30 | 90 };

export function useReplay(key: string, asked: ReplayAsked) {
  return useQuery({
    queryKey: ['policy-replay', key, asked],
    queryFn: ({ signal }) =>
      fetchJson('/api/policies/replay', replaySchema, signal, { key, ...asked }, replayPatienceMs),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}

/** The policy as YAML. */
export function usePolicyText(key: string, definition: PolicyDefinition) {
  return useQuery({
    queryKey: ['policy-text', key, definition],
    queryFn: ({ signal }) => fetchJson('/api/policies/text', policyTextSchema, signal, { key, definition }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const readPolicyText = (text: string, signal?: AbortSignal) =>
  fetchJson('/api/policies/text/read', readTextSchema, signal, { text });
