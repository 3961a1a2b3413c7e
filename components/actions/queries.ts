'use client';

import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { resolve, takeBack } from '@/app/(workspace)/actions/actions';
import { inboxKeys } from '@/components/inbox/queries';
import { fetchJson } from '@/components/shell/fetch-json';
import type { ActionResult } from '@/lib/http/action.schema';
import { ledgerEntrySchema, ledgerPageSchema, ledgerSumsSchema } from '@/lib/tools/ledger.schema';

/** Live events name `['actions']` when an action has changed. */
const keys = {
  all: ['actions'] as const,
  list: (filter: string) => ['actions', 'list', filter] as const,
  sums: (filter: string) => ['actions', 'sums', filter] as const,
  one: (id: string) => ['actions', 'one', id] as const,
};

export function useLedger(filter: string) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(filter);
      if (pageParam) query.set('after', pageParam);
      return fetchJson(`/api/actions?${query}`, ledgerPageSchema, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useLedgerSums(filter: string) {
  return useQuery({
    queryKey: keys.sums(filter),
    queryFn: ({ signal }) => fetchJson(`/api/actions/sums?${filter}`, ledgerSumsSchema, signal),
    placeholderData: keepPreviousData,
  });
}

/** How often the ledger and the system of record disagree; undefined while that is not known. */
export const useOpenDifferences = (): number | undefined => useLedgerSums('').data?.differences;

export function useLedgerEntry(id: string | null) {
  return useQuery({
    queryKey: keys.one(id ?? ''),
    queryFn: ({ signal }) => fetchJson(`/api/actions/${encodeURIComponent(id ?? '')}`, ledgerEntrySchema, signal),
    enabled: id !== null,
  });
}

async function settle<T>(answer: Promise<ActionResult<T>>): Promise<T> {
  const result = await answer.catch(() => null);
  if (result === null) throw new Error('The server cannot be reached.');
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

export function useTakingBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (actionId: string) => {
      const { status, says } = await settle(takeBack({ actionId }));
      if (status === 'denied') throw new Error(says);
      return status;
    },
    onError: (error) => toast.error('It was not taken back', { description: error.message }),
    onSuccess: (status) =>
      toast.success(
        status === 'waiting_approval' ? 'A colleague has to agree to this first' : 'It is being taken back',
      ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.all }),
        client.invalidateQueries({ queryKey: inboxKeys.conversations }),
      ]),
  });
}

export function useResolving() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { differenceId: string; how: string }) => settle(resolve(input)),
    onError: (error) => toast.error('The difference is still open', { description: error.message }),
    onSuccess: () => toast.success('The difference is closed'),
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}
