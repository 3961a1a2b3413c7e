'use client';

import { useMay } from '@/components/shell/me';
import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { formatFigure } from '@/lib/format/format-figure';
import { namePair } from '@/lib/format/period';
import { shareOut } from '@/lib/format/share-out';
import { tellPage } from '@/lib/format/tell-page';
import type { MeasureAnswer, MetricsAnswer } from '@/lib/metrics/metric.schema';
import { modelSpendSchema } from '@/lib/models/model-spend.schema';
import { ByValueTable } from './by-value-table';
import { costSeries } from './cost-weeks';
import { FigureTiles } from './figure-tile';
import { labelStart, measureTable, nameStart, seriesTable } from './measure-tables';
import {
  Band,
  bandColumns,
  ChartSection,
  Figures,
  FiguresAwaited,
  Headline,
  MetricsPage,
  PageSkeleton,
} from './metrics-page';
import { ModelSpendSection } from './model-spend-section';
import { NothingCounted } from './nothing-counted';
import { useFigures, useMetrics } from './queries';
import { ShareBars } from './share-bars';
import { StackedBars } from './stacked-bars';
import { TrendChart } from './trend-chart';
import { trendPoints } from './trend-points';
import { useBehindHref } from './use-behind-href';
import { useMetricsPlace } from './use-metrics-place';

const partKeys = costSeries.map(({ key }) => key);
const measures = [
  'cost',
  'cost_per_verified',
  ...partKeys,
  'verified_resolution',
  'conversations',
  'handle_time_agents',
];

/** What it costs to serve: people, models, channels and the platform, over time, per resolution and by what it was for. */
export function CostPage() {
  const figures = useMetrics({ measures });
  return (
    <MetricsPage title="Cost">
      {!figures.data ? (
        <FiguresAwaited query={figures}>
          <PageSkeleton />
        </FiguresAwaited>
      ) : (
        <Cost answer={figures.data} />
      )}
    </MetricsPage>
  );
}

function Cost({ answer }: { answer: MetricsAnswer }) {
  const behind = useBehindHref();
  const { filters } = useMetricsPlace();
  const admin = useMay('desk.administer');
  const of = (key: string): MeasureAnswer => answer.measures[key]!;
  const pair = namePair(answer.period, answer.previousPeriod);
  const parts = costSeries.map(({ key, name, colour }) => ({ key, name, colour, micros: of(key).total.value }));
  const shares = shareOut(parts.map(({ micros }) => micros ?? 0));
  const came = of('conversations').total.value ?? 0;
  const handled = of('handle_time_agents').total.n > 0;
  const narrowed = Object.values(filters).some((values) => values && values.length > 0);
  const told = tellPage('cost', { answer, narrowed });
  const spend = useFigures('/api/metrics/models', modelSpendSchema, spanOf(answer));
  const unset = handled && (of('cost_people').total.value ?? 0) === 0;
  const byValue = (
    <ByValueTable
      title="By intent, channel and team"
      by={['intent', 'channel', 'team', 'language', 'customerTier']}
      measures={['conversations', 'cost', 'cost_people', 'cost_models', 'cost_channels', 'cost_per_verified']}
      heads={{
        cost: 'Cost',
        cost_people: 'People',
        cost_models: 'Models',
        cost_channels: 'Channels',
        cost_per_verified: 'Per verified',
      }}
    />
  );
  return (
    <Figures
      tables={[
        measureTable('Costs', ['cost', 'cost_per_verified', ...partKeys].map(of), (measure) =>
          behind({ measure, counted: measure === 'cost_per_verified' ? 'in' : 'of' }),
        ),
        seriesTable('Costs over time', answer, [...partKeys, 'cost', 'cost_per_verified']),
        {
          title: 'Models',
          heads: ['Model', 'Calls', 'Cost'],
          rows: (spend.data?.byModel ?? []).map(({ name, calls, costMicros }) => [
            name,
            { says: calls.toLocaleString('en'), value: calls },
            { says: formatFigure('micros', costMicros), value: costMicros },
          ]),
        },
      ]}
      more={byValue}
    >
      <Headline says={told.says} more={told.more} />
      {unset && admin && (
        <div className="-mt-2 pb-4">
          <Link href="/settings/figures" className={buttonClass('soft')}>
            Set what an hour costs
          </Link>
        </div>
      )}
      <FigureTiles
        tiles={told.tiles.map(({ measure, label }) => ({
          measure,
          label,
          tone: measure.key === 'cost_models' ? 'assistant' : 'people',
          href: behind({ measure: measure.key === 'cost_per_conversation' ? 'conversations' : measure.key }),
        }))}
      />
      {came === 0 ? (
        <NothingCounted title="Nothing came in during these days." />
      ) : (
        <>
          <div className={`${bandColumns} pt-5 pb-4`}>
            <ChartSection title="What it is spent on" says={`By ${answer.granularity} conversations came in`}>
              <StackedBars
                label={`Costs by ${answer.granularity}`}
                unit="micros"
                series={costSeries}
                stacks={answer.starts.map((start, at) => ({
                  label: labelStart(start, answer),
                  title: nameStart(start, answer),
                  values: Object.fromEntries(partKeys.map((key) => [key, of(key).series[at]?.value ?? null])),
                }))}
              />
            </ChartSection>
            <ChartSection
              title="Per verified resolution"
              says={`By ${answer.granularity}; the platform counts every day alike`}
            >
              <TrendChart
                label={`Cost per verified resolution by ${answer.granularity}`}
                unit="micros"
                zero
                name={pair.now}
                previousName={answer.previousPeriod ? pair.before : undefined}
                target={of('cost_per_verified').target}
                points={trendPoints(answer, 'cost_per_verified', behind)}
              />
            </ChartSection>
            <ChartSection title="In parts" says={`${formatFigure('micros', of('cost').total.value)} together`}>
              <ShareBars
                unit="micros"
                bars={parts.flatMap(({ key, name, colour, micros }, at) =>
                  micros === null
                    ? []
                    : [
                        {
                          key,
                          name,
                          colour,
                          count: micros,
                          share: shares[at] ?? 0,
                          href: key === 'cost_platform' ? undefined : behind({ measure: key }),
                        },
                      ],
                )}
              />
            </ChartSection>
          </div>
          <Band>
            <ModelSpendSection spend={spend} narrowed={narrowed} />
          </Band>
          <Band>{byValue}</Band>
        </>
      )}
    </Figures>
  );
}

/** From the first moment of the period to its last, as the figures were read. */
function spanOf({ starts, period, timeZone }: MetricsAnswer): { from: string; to: string } {
  const from = starts[0]!;
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
  // The last day ends at its own midnight, also where the clocks changed meanwhile.
  const to = new Date(Date.parse(from) + days * 86_400_000 + shiftOf(from, days, timeZone));
  return { from, to: to.toISOString() };
}

/** By how much the clocks moved between two moments, in milliseconds. */
function shiftOf(from: string, days: number, timeZone: string): number {
  const offset = (at: number) => {
    const local = new Date(at).toLocaleString('sv-SE', { timeZone });
    return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(at / 1_000) * 1_000;
  };
  const begin = Date.parse(from);
  return offset(begin) - offset(begin + days * 86_400_000);
}
