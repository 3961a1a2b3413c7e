'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import {
  playbookAroundSchema,
  playbookFindingsSchema,
  playbookListSchema,
  playbookRunsSchema,
  playbookVersionSchema,
  playbookViewSchema,
  sampleCustomersSchema,
  stuckRunsSchema,
  templatesSchema,
} from '@/lib/governance/playbook-view.schema';

/** Live events name `['playbooks']` when a draft was changed, released or rolled back. */
export const playbookKeys = {
  all: ['playbooks'] as const,
  list: ['playbooks', 'list'] as const,
  one: (key: string) => ['playbooks', 'one', key] as const,
  version: (key: string, version: number) => ['playbook-version', key, version] as const,
};

const pathOf = (key: string) => `/api/playbooks/${encodeURIComponent(key)}`;

export function usePlaybooks() {
  return useQuery({
    queryKey: playbookKeys.list,
    queryFn: ({ signal }) => fetchJson('/api/playbooks', playbookListSchema, signal),
  });
}

export function usePlaybook(key: string) {
  return useQuery({
    queryKey: playbookKeys.one(key),
    queryFn: ({ signal }) => fetchJson(pathOf(key), playbookViewSchema, signal),
  });
}

/** A version as it was; null reads nothing. What was released never changes. */
export function usePlaybookVersion(key: string, version: number | null) {
  return useQuery({
    queryKey: playbookKeys.version(key, version ?? 0),
    queryFn: ({ signal }) => fetchJson(`${pathOf(key)}/versions/${version}`, playbookVersionSchema, signal),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useAround() {
  return useQuery({
    queryKey: ['playbook-around'],
    queryFn: ({ signal }) => fetchJson('/api/playbooks/around', playbookAroundSchema, signal),
    staleTime: 60_000,
  });
}

/** What is wrong with it; null while it is not one at all, which the page itself tells. */
export function useFindings(key: string, definition: PlaybookDefinition | null) {
  return useQuery({
    queryKey: ['playbook-findings', key, definition],
    queryFn: ({ signal }) => fetchJson('/api/playbooks/check', playbookFindingsSchema, signal, { key, definition }),
    enabled: definition !== null,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

export function useSampleCustomers(typed: string) {
  return useQuery({
    queryKey: ['playbook-customers', typed],
    queryFn: ({ signal }) =>
      fetchJson(`/api/playbooks/customers?${new URLSearchParams({ q: typed })}`, sampleCustomersSchema, signal),
    placeholderData: keepPreviousData,
  });
}

/** How runs fared, while somebody looks at it. */
export function usePlaybookRuns(key: string, looks: boolean) {
  return useQuery({
    queryKey: ['playbook-runs', key],
    queryFn: ({ signal }) => fetchJson(`${pathOf(key)}/runs?days=30`, playbookRunsSchema, signal),
    enabled: looks,
    staleTime: 30_000,
  });
}

export function useStuckRuns(key: string, node: string) {
  return useQuery({
    queryKey: ['playbook-stuck', key, node],
    queryFn: ({ signal }) =>
      fetchJson(`${pathOf(key)}/stuck?${new URLSearchParams({ node })}`, stuckRunsSchema, signal),
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: ['playbook-templates'],
    queryFn: ({ signal }) => fetchJson('/api/playbooks/templates', templatesSchema, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
