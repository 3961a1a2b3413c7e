'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useRef } from 'react';
import { fetchJson } from '@/components/shell/fetch-json';
import { type Counting, countingSchema } from '@/lib/metrics/metric-frame.schema';
import { metricKeys } from './metric-keys';

const Context = createContext<Counting | null>(null);

/** So often it is asked whether something was counted: the question costs one row. */
const askEveryMs = 2_000;

/** Knows up to when it was counted, and has every figure on the page read again as soon as something was. */
export function CountingProvider({ counting, children }: { counting: Counting; children: ReactNode }) {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: metricKeys.counting,
    queryFn: ({ signal }) => fetchJson('/api/metrics/state', countingSchema, signal),
    initialData: counting,
    refetchInterval: askEveryMs,
    staleTime: 0,
    retry: false,
  });
  const seen = useRef(data.countedAt);
  useEffect(() => {
    if (seen.current === data.countedAt) return;
    seen.current = data.countedAt;
    // One that is under way is let end: on a desk where something is counted every second nothing would ever arrive.
    void client.invalidateQueries({ queryKey: metricKeys.figures }, { cancelRefetch: false });
  }, [client, data.countedAt]);
  return <Context value={data}>{children}</Context>;
}

export function useCounting(): Counting {
  const counting = useContext(Context);
  if (!counting) throw new Error('useCounting needs the layout of /metrics above it');
  return counting;
}
