'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { fetchJson } from '@/components/shell/fetch-json';
import { give, useChange } from '@/components/shell/use-change';
import type { ActionResult } from '@/lib/http/action.schema';
import { deskSettingsViewSchema } from '@/lib/tools/records.schema';
import { toolsViewSchema, toolViewSchema } from '@/lib/tools/registry.schema';

/** Live events name `['tools']` when a system or a tool of it has changed. How they do changes by itself: read again. */
const freshMs = 30_000;

export function useTools() {
  return useQuery({
    queryKey: ['tools', 'list'],
    queryFn: ({ signal }) => fetchJson('/api/tools', toolsViewSchema, signal),
    refetchInterval: freshMs,
  });
}

export function useTool(id: string) {
  return useQuery({
    queryKey: ['tools', 'one', id],
    queryFn: ({ signal }) => fetchJson(`/api/tools/${encodeURIComponent(id)}`, toolViewSchema, signal),
    refetchInterval: freshMs,
  });
}

export function useDeskSettings() {
  return useQuery({
    queryKey: ['tools', 'desk'],
    queryFn: ({ signal }) => fetchJson('/api/tools/desk', deskSettingsViewSchema, signal),
  });
}

/** A change of a whole page: why it was refused stays there, by the form, until the next try. */
export function usePageSave<I, T>(act: (input: I) => Promise<ActionResult<T>>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => give(act, input),
    onSuccess: () => toast.success('Saved'),
    onSettled: () => Promise.all([['tools'], ['records']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** A change by an action: what failed is said, what changed is read again. */
export function useToolChange<I, T>(act: (input: I) => Promise<ActionResult<T>>, failed: string, done?: string) {
  return useChange(act, { reads: [['tools']], failed, done });
}
