'use client';

import { ChartNoAxesColumn, SearchX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { filterKeys } from '@/lib/format/metrics-place';
import { useMetricsPlace } from './use-metrics-place';

/** In place of charts that would have nothing in them. `what` says what is missing: “Nothing was closed in these days.” */
export function NothingCounted({ title, children }: { title: string; children?: React.ReactNode }) {
  const { filters, preset, change } = useMetricsPlace();
  const narrowed = filterKeys.some((key) => filters[key]);
  return (
    <div className="border-t border-line py-12">
      <EmptyState
        icon={narrowed ? SearchX : ChartNoAxesColumn}
        title={title}
        actions={
          narrowed ? (
            <Button onClick={() => change({ filters: {} })}>Show everything</Button>
          ) : (
            preset !== '90d' && <Button onClick={() => change({ preset: '90d' })}>Show the last 90 days</Button>
          )
        }
      >
        {children ?? 'Figures appear here by themselves, within seconds of what happens at the desk.'}
      </EmptyState>
    </div>
  );
}
