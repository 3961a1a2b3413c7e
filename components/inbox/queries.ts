'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import {
  conversationPageSchema,
  conversationViewSchema,
  customerRecordsSchema,
  personViewSchema,
  viewCountsSchema,
} from '@/lib/conversations/conversation.schema';
import { similarListSchema } from '@/lib/knowledge/similar.schema';
import { conversationRoute, countsRoute, type Desk, listRoute, listSearch } from './desk';

const peopleSchema = z.object({
  people: z.array(personViewSchema.extend({ role: z.string() })),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** Every key of this area: whoever invalidates, names one of these. */
export const inboxKeys = {
  counts: ['inbox', 'counts'] as const,
  lists: ['inbox', 'list'] as const,
  list: (desk: Desk) => ['inbox', 'list', desk.view, listSearch(desk)] as const,
  conversations: ['inbox', 'conversation'] as const,
  conversation: (id: string) => ['inbox', 'conversation', id] as const,
  /** Beside those of a customer's page: `records.changed` makes both old. */
  records: (id: string) => ['records', 'conversation', id] as const,
  similar: (id: string) => ['inbox', 'similar', id] as const,
  people: ['inbox', 'people'] as const,
};

export function useCounts() {
  return useQuery({
    queryKey: inboxKeys.counts,
    queryFn: ({ signal }) => fetchJson(countsRoute, viewCountsSchema, signal),
  });
}

export function useConversations(desk: Desk) {
  return useInfiniteQuery({
    queryKey: inboxKeys.list(desk),
    queryFn: ({ pageParam, signal }) => fetchJson(listRoute(desk, pageParam), conversationPageSchema, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function conversationQuery(id: string) {
  return {
    queryKey: inboxKeys.conversation(id),
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson(conversationRoute(id), conversationViewSchema, signal),
  };
}

export function useConversation(id: string | null) {
  return useQuery({ ...conversationQuery(id ?? ''), enabled: id !== null });
}

/** From the system of record: slow or down is normal, so it never holds up the conversation. */
export function useRecords(conversationId: string) {
  return useQuery({
    queryKey: inboxKeys.records(conversationId),
    queryFn: ({ signal }) => fetchJson(`${conversationRoute(conversationId)}/records`, customerRecordsSchema, signal),
  });
}

/** What was solved changes slowly, and the server looks at it anew once a minute. */
export function useSimilar(conversationId: string) {
  return useQuery({
    queryKey: inboxKeys.similar(conversationId),
    queryFn: ({ signal }) => fetchJson(`${conversationRoute(conversationId)}/similar`, similarListSchema, signal),
    staleTime: 60_000,
  });
}

export function usePeople(enabled: boolean) {
  return useQuery({
    queryKey: inboxKeys.people,
    queryFn: ({ signal }) => fetchJson('/api/people', peopleSchema, signal),
    enabled,
  });
}
