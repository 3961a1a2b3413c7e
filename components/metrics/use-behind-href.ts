'use client';

import { type Narrowed, writePlace } from '@/lib/format/metrics-place';
import type { Period, Sureness } from '@/lib/metrics/metric.schema';
import { useCounting } from './counting';
import { useMetricsPlace } from './use-metrics-place';

export type BehindAsked = {
  measure: string;
  /** All it was measured on, instead of those counted in it. */
  counted?: 'in' | 'of';
  /** Beside what the page is narrowed by, and before it: the row or the bar that was pressed. */
  filters?: Narrowed;
  /** Whose figure it is, for those that are told of people. */
  agent?: string;
  /** Of turns, those that were so sure. */
  confidence?: Sureness;
  /** Of a bar or a point of time. */
  period?: Period;
};

export type Behind = (asked: BehindAsked) => string;

/** The address of the conversations behind a number of this page, from which one comes back to it as it is. */
export function useBehindHref(): Behind {
  const place = useMetricsPlace();
  const { today } = useCounting();
  return ({ measure, counted, filters, agent, confidence, period }) => {
    const search = writePlace(
      {
        ...place,
        ...(period ? { preset: null, period } : {}),
        filters: { ...place.filters, ...filters },
        table: false,
      },
      today,
    );
    search.set('measure', measure);
    if (counted === 'of') search.set('counted', 'of');
    if (agent) search.set('agent', agent);
    if (confidence) search.set('sure', `${confidence.from}-${confidence.to}`);
    search.set('back', place.search === '' ? place.path : `${place.path}?${place.search}`);
    return `/metrics/behind?${search}`;
  };
}
