'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import { askedOf, chooseGranularity } from '@/lib/format/metrics-place';
import {
  type BehindQuery,
  behindSchema,
  type Dimension,
  type Filters,
  type Granularity,
  metricsAnswerSchema,
  type Period,
} from '@/lib/metrics/metric.schema';
import { metricValuesSchema } from '@/lib/metrics/metric-frame.schema';
import { metricKeys } from './metric-keys';
import { useMetricsPlace } from './use-metrics-place';

export type Figures = {
  /** Only what a page shows: each measure costs reading its columns. */
  measures: string[];
  /** As the length of the period asks for, where there is none; with `by` all of it as one. */
  granularity?: Granularity;
  /** Totals for each value of it beside those of all. */
  by?: Dimension;
  /** Instead of the period in the address, such as the weeks around it. */
  period?: Period;
  compare?: Period | 'none';
  /** Beside those in the address, and before them. */
  filters?: Filters;
};

/**
 * Figures for what the address asks for: period, comparison and filters. While others are read the ones before stay, and they are read
 * again as soon as something was counted.
 */
export function useMetrics({ measures, granularity, by, period, compare, filters }: Figures) {
  const asked = askedOf(useMetricsPlace());
  const span = period ?? asked.period;
  return useFigures('/api/metrics', metricsAnswerSchema, {
    period: span,
    compare: compare ?? (period ? 'none' : asked.compare),
    filters: { ...asked.filters, ...filters },
    granularity: granularity ?? (by ? 'period' : chooseGranularity(span)),
    measures,
    ...(by ? { by } : {}),
  });
}

/** Any figure that a route under /api/metrics answers to a posted question, kept as new as what was counted. */
export function useFigures<T>(route: string, schema: z.ZodType<T>, body: unknown, enabled = true) {
  return useQuery({
    queryKey: [...metricKeys.figures, route, body],
    queryFn: ({ signal }) => fetchJson(route, schema, signal, body),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** What there is to narrow by, with names. */
export function useMetricValues() {
  return useQuery({
    queryKey: metricKeys.values,
    queryFn: ({ signal }) => fetchJson('/api/metrics/values', metricValuesSchema, signal),
    staleTime: 5 * 60_000,
  });
}

export function useBehind(query: Omit<BehindQuery, 'after' | 'limit'>) {
  return useInfiniteQuery({
    queryKey: [...metricKeys.figures, 'behind', query],
    queryFn: ({ pageParam, signal }) =>
      fetchJson('/api/metrics/behind', behindSchema, signal, { ...query, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
