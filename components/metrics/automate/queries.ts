'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { historyKeys } from '@/components/metrics/imports/queries';
import { metricKeys } from '@/components/metrics/metric-keys';
import { useMetricsPlace } from '@/components/metrics/use-metrics-place';
import { fetchJson } from '@/components/shell/fetch-json';
import { askedOf } from '@/lib/format/metrics-place';
import { examplesSchema, mapAnswerSchema, type Source } from '@/lib/worth/worth.schema';

/** Old tickets are read again when an import went on, this desk's when something was counted. */
const areaOf = (source: Source) => (source === 'history' ? historyKeys.all : metricKeys.figures);

function useSpan() {
  const { period, filters } = askedOf(useMetricsPlace());
  return { period, filters };
}

export function useMap(source: Source) {
  const body = { source, span: useSpan() };
  return useQuery({
    queryKey: [...areaOf(source), 'map', body],
    queryFn: ({ signal }) => fetchJson('/api/metrics/map', mapAnswerSchema, signal, body),
    placeholderData: keepPreviousData,
  });
}

export function useExamples(source: Source, key: string) {
  const body = { source, key, span: useSpan() };
  return useQuery({
    queryKey: [...areaOf(source), 'examples', body],
    queryFn: ({ signal }) => fetchJson('/api/metrics/examples', examplesSchema, signal, body),
  });
}
