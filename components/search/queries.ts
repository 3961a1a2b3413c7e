'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { savedViewsSchema } from '@/lib/conversations/saved-view.schema';
import { filterNamesSchema, searchPageSchema } from '@/lib/conversations/search.schema';

export const searchKeys = {
  /** Under `desk`: what the desk is arranged by has changed. */
  views: ['desk', 'views'] as const,
  names: ['desk', 'names'] as const,
  search: (query: string) => ['search', query] as const,
};

/** Counting saved views costs more than the others: they are counted four times a minute, not at every event. */
const countEveryMs = 15_000;

export function useSavedViews() {
  return useQuery({
    queryKey: searchKeys.views,
    queryFn: ({ signal }) => fetchJson('/api/inbox/saved-views', savedViewsSchema, signal),
    refetchInterval: countEveryMs,
    select: ({ views }) => views,
  });
}

export function useFilterNames(enabled: boolean) {
  return useQuery({
    queryKey: searchKeys.names,
    queryFn: ({ signal }) => fetchJson('/api/search/names', filterNamesSchema, signal),
    enabled,
  });
}

export function useSearch(query: string) {
  return useInfiniteQuery({
    queryKey: searchKeys.search(query),
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ q: query });
      if (pageParam) search.set('after', pageParam);
      return fetchJson(`/api/search?${search}`, searchPageSchema, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
