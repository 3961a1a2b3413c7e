'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { wordingSchema } from '@/lib/conversations/wording.schema';

/** Whether a model is set that can word and draft; false as long as nobody knows. Asked once, and again with `desk.changed`. */
export function useModelSet(): boolean {
  const { data } = useQuery({
    queryKey: ['desk', 'models'],
    queryFn: ({ signal }) => fetchJson('/api/inbox/wording', wordingSchema, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.configured ?? false;
}
