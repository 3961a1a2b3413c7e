'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { turnTraceSchema } from '@/lib/pipeline/turn.schema';

/** A trace does not change once its turn is over; while it runs, it is read again every second. */
export function useTrace(turnId: string) {
  return useQuery({
    queryKey: ['trace', turnId],
    queryFn: ({ signal }) => fetchJson(`/api/inbox/turns/${encodeURIComponent(turnId)}`, turnTraceSchema, signal),
    refetchInterval: (query) => (query.state.data?.status === 'running' ? 1000 : false),
  });
}
