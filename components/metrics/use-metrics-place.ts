'use client';

import { moveTo, useAddress } from '@/components/shell/use-address';
import { type MetricsPlace, readPlace, writePlace } from '@/lib/format/metrics-place';
import { useCounting } from './counting';

type Change = Partial<Pick<MetricsPlace, 'preset' | 'period' | 'comparison' | 'filters' | 'table'>>;

/** What the page is asked for, and how to ask for something else: it is written into the address, on whichever page one is. */
export function useMetricsPlace(): MetricsPlace & { path: string; change: (change: Change) => void; search: string } {
  const { today, since } = useCounting();
  const { path, search } = useAddress('/metrics');
  const place = readPlace(search, { today, since });
  const write = (change: Change) => {
    const next = writePlace({ ...place, ...change }, today);
    // What another page has in its address beside this stays.
    for (const [key, value] of search) if (!own.has(key)) next.append(key, value);
    return next.toString();
  };
  return {
    ...place,
    path,
    search: writePlace(place, today).toString(),
    change: (change) => moveTo(withSearch(path, write(change))),
  };
}

const own = new Set([
  ...['period', 'from', 'to', 'against', 'view'],
  ...['channel', 'team', 'intent', 'language', 'tier', 'customerTier'],
]);

export const withSearch = (path: string, search: string): string => (search === '' ? path : `${path}?${search}`);
