'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useCounting } from '@/components/metrics/counting';
import { historyKeys } from '@/components/metrics/imports/queries';
import { SendTable } from '@/components/metrics/imports/send-table';
import { metricKeys } from '@/components/metrics/metric-keys';
import { Band, ChartSection, FiguresAwaited } from '@/components/metrics/metrics-page';
import { useMetricsPlace } from '@/components/metrics/use-metrics-place';
import { fetchJson } from '@/components/shell/fetch-json';
import { useMay } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import { askedOf } from '@/lib/format/metrics-place';
import { formatPeriod } from '@/lib/format/period';
import { type CompareAnswer, compareAnswerSchema } from '@/lib/worth/worth.schema';
import { BaselineDialog } from './baseline-dialog';
import { ComparisonTable } from './comparison-table';
import { sayComparison } from './say-comparison';

type Against = CompareAnswer['against'];

/** What is told of before and now; kept as new as what is counted and what is brought in. */
export function useComparison(against: Against) {
  const { period, filters } = askedOf(useMetricsPlace());
  const body = { against, span: { period, filters } };
  return useQuery({
    queryKey: [...(against === 'history' ? historyKeys.all : metricKeys.figures), 'comparison', body],
    queryFn: ({ signal }) => fetchJson('/api/metrics/comparison', compareAnswerSchema, signal, body),
    placeholderData: keepPreviousData,
  });
}

type Props = { against: Against; onAgainst: (against: Against) => void; query: ReturnType<typeof useComparison> };

/** How it was before beside how it is now. */
export function ComparisonSection({ against, onAgainst, query }: Props) {
  const { today } = useCounting();
  const [editing, setEditing] = useState(false);
  const edits = useMay('desk.administer');
  const { data } = query;
  return (
    <Band className="mt-5">
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <h2 className="min-w-0 flex-1 text-title font-strong tracking-(--tracking-title) text-pretty">
          {data ? sayComparison(data.rows) : 'Before and after'}
        </h2>
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <Segments
            label="Before is from"
            options={[
              ['history', 'Old tickets'],
              ['hand', 'By hand'],
            ]}
            chosen={against}
            onChoose={onAgainst}
          />
          {edits && against === 'hand' && (
            <Button icon={Pencil} onClick={() => setEditing(true)}>
              {data?.baseline ? 'Change it' : 'Enter it'}
            </Button>
          )}
          {against === 'history' && data && !data.hasHistory && (
            <SendTable look="outlined" says="Bring in old tickets" />
          )}
        </div>
      </div>
      <ChartSection title="Before and after" says={data ? sayTimes(data, today) : 'Both are being read.'}>
        {data ? (
          <ComparisonTable rows={data.rows} />
        ) : (
          <FiguresAwaited query={query}>
            {['w-1/2', 'w-2/3', 'w-3/5', 'w-1/2', 'w-2/3', 'w-3/4'].map((width, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: places, nothing else
              <div key={at} className="flex h-12 items-center border-b border-line">
                <Skeleton className={`h-2.5 ${width}`} />
              </div>
            ))}
          </FiguresAwaited>
        )}
      </ChartSection>
      {editing && <BaselineDialog baseline={data?.baseline ?? null} onClose={() => setEditing(false)} />}
    </Band>
  );
}

const count = (value: number) => value.toLocaleString('en-US');

function sayTimes({ against, before, now, comparable, baseline }: CompareAnswer, today: string): string {
  const is = `now ${count(now.tickets)} conversations, ${formatPeriod(now, today)}`;
  if (before) {
    const mix =
      comparable === null
        ? ''
        : ` ${Math.round(comparable * 100)}% of before is of categories that are counted now as well.`;
    return `Before: ${count(before.tickets)} old tickets, ${formatPeriod(before, today)}; ${is}.${mix}`;
  }
  if (against === 'history') return `There are no old tickets yet; ${is}.`;
  return baseline
    ? `Before: ${baseline.name || 'entered by hand'}; ${is}.`
    : `Nobody has entered how it was before; ${is}.`;
}
