'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import { customerRecordsSchema } from '@/lib/conversations/conversation.schema';
import {
  customerDetailSchema,
  customerPageSchema,
  mergePreviewSchema,
  type TimelineKind,
  timelinePageSchema,
} from '@/lib/conversations/customer.schema';
import type { ActionResult } from '@/lib/http/action.schema';

/** Live events name `['customer']` when something of one has changed. */
const keys = {
  all: ['customer'] as const,
  list: (q: string) => ['customer', 'list', q] as const,
  one: (id: string) => ['customer', 'one', id] as const,
  timeline: (id: string, kind: TimelineKind | null) => ['customer', 'timeline', id, kind] as const,
};

const pathOf = (id: string) => `/api/customers/${encodeURIComponent(id)}`;

export function useCustomers(q: string) {
  return useInfiniteQuery({
    queryKey: keys.list(q),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (q) query.set('q', q);
      if (pageParam) query.set('after', pageParam);
      return fetchJson(`/api/customers?${query}`, customerPageSchema, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // While one types the next answer takes the place of the last; nothing blinks.
    placeholderData: keepPreviousData,
  });
}

export function useCustomer(id: string) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => fetchJson(pathOf(id), customerDetailSchema, signal),
  });
}

export function useTimeline(id: string, kind: TimelineKind | null, wanted = true) {
  return useInfiniteQuery({
    queryKey: keys.timeline(id, kind),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (kind) query.set('kind', kind);
      if (pageParam) query.set('after', pageParam);
      return fetchJson(`${pathOf(id)}/timeline?${query}`, timelinePageSchema, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: wanted,
  });
}

/** From another system: under a key of its own, because only how it is read makes it old. */
export function useCustomerRecords(id: string) {
  return useQuery({
    queryKey: ['records', 'customer', id],
    queryFn: ({ signal }) => fetchJson(`${pathOf(id)}/records`, customerRecordsSchema, signal),
  });
}

export function useMergePreview(intoId: string, fromId: string | null) {
  return useQuery({
    queryKey: ['customer', 'merge', intoId, fromId],
    queryFn: ({ signal }) => fetchJson(`${pathOf(intoId)}/merge?from=${fromId}`, mergePreviewSchema, signal),
    enabled: fromId !== null,
  });
}

/** A change by an action: what failed is said, what changed is read again. */
export function useCustomerChange<T>(act: (input: unknown) => Promise<ActionResult<T>>, failed: string, done?: string) {
  return useChange(act, { reads: [keys.all], failed, done });
}
