'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import { formatMicros } from '@/lib/format/format-micros';
import { formatTook } from '@/lib/format/format-time';
import { type Costs, type ModelStep, stepNames } from '@/lib/models/model.schema';
import { CostList } from './cost-list';
import { sayCosts } from './say-models';

const DayBars = dynamic(() => import('./day-bars').then((one) => one.DayBars), {
  ssr: false,
  loading: () => <Skeleton className="mt-4 h-36 w-full" />,
});

const spans = [
  ['1', 'Today'],
  ['7', '7 days'],
  ['30', '30 days'],
] as const;

type Props = { costs: Costs; days: number; onDays: (days: number) => void };

export function CostsSection({ costs, days, onDays }: Props) {
  const named = (rows: Costs['byStep']) =>
    rows.map((row) => ({ ...row, name: stepNames[row.name as ModelStep] ?? row.name }));
  return (
    <section aria-label="Costs" className="pt-8">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="flex-1 text-title font-strong tracking-(--tracking-title)">What it costs</h2>
        <Segments
          label="Of which days"
          options={spans}
          chosen={String(days) as (typeof spans)[number][0]}
          onChoose={(key) => onDays(Number(key))}
        />
      </div>
      <p className="mt-1 text-pretty text-ink-2">{sayCosts({ costs })}</p>
      {(costs.calls > 0 || costs.cache.hits > 0) && <Figures costs={costs} />}
      {costs.byDay.length > 1 && costs.costMicros > 0 && <DayBars days={costs.byDay} />}
      {costs.calls > 0 && (
        <div className="mt-6 grid grid-cols-3 gap-x-8 gap-y-6 max-pane:grid-cols-1">
          <CostList title="By step" rows={named(costs.byStep)} />
          <CostList title="By model" rows={costs.byModel} />
          <CostList title="By intent" rows={costs.byIntent} none="No turn asked a model." />
        </div>
      )}
    </section>
  );
}

function Figures({ costs }: { costs: Costs }) {
  const { perTurnMicros, perResolutionMicros, tokens, firstMs, reviewed, cache } = costs;
  const share = tokens.input === 0 ? 0 : Math.round((tokens.cached / tokens.input) * 100);
  const money = (micros: number | null) => (micros === null ? 'none yet' : formatMicros(micros));
  return (
    <dl className="mt-4 grid grid-cols-3 gap-y-4 border-y border-line py-3 max-pane:grid-cols-2">
      <Figure name="A turn" value={money(perTurnMicros)}>
        {costs.turns} {costs.turns === 1 ? 'turn' : 'turns'} with a model
      </Figure>
      <Figure name="A solved conversation" value={money(perResolutionMicros)}>
        of those the assistant solved
      </Figure>
      <Figure name="First word" value={firstMs.median === null ? 'none yet' : formatTook(firstMs.median)}>
        {firstMs.p90 === null ? 'median' : `median; 9 of 10 within ${formatTook(firstMs.p90)}`}
      </Figure>
      <Figure name="Tokens" value={short(tokens.input + tokens.output)}>
        {short(tokens.input)} in ({share}% cached), {short(tokens.output)} out
      </Figure>
      <Figure name="Made up" value={`${reviewed.madeUp} of ${reviewed.answers}`}>
        answers that people reviewed
      </Figure>
      <Figure name="Kept answers" value={`${cache.hits.toLocaleString('en-US')} used`}>
        {cache.answers.toLocaleString('en-US')} kept, {formatMicros(cache.savedMicros)} saved so far
      </Figure>
    </dl>
  );
}

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col pr-4">
      <dt className="text-meta text-ink-3">{name}</dt>
      <dd className="mt-0.5 text-title font-strong tracking-(--tracking-title) tabular-nums">{value}</dd>
      <dd className="text-meta text-pretty text-ink-3">{children}</dd>
    </div>
  );
}

const short = (count: number): string =>
  new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }).format(count);
