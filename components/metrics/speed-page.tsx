'use client';

import { useState } from 'react';
import { Segments } from '@/components/ui/segments';
import { formatFigure } from '@/lib/format/format-figure';
import { askedOf } from '@/lib/format/metrics-place';
import { namePair } from '@/lib/format/period';
import { sayBusiest } from '@/lib/format/say-speed';
import { pageTiles, tellPage } from '@/lib/format/tell-page';
import { type HeatAnswer, heatAnswerSchema, type MeasureAnswer, type MetricsAnswer } from '@/lib/metrics/metric.schema';
import { ByValueTable } from './by-value-table';
import { useCounting } from './counting';
import { FigureTiles } from './figure-tile';
import { HeatMap } from './heat-map';
import { measureTable, seriesTable } from './measure-tables';
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
import { NothingCounted } from './nothing-counted';
import { useFigures, useMetrics } from './queries';
import { TimesTable } from './times-table';
import { TrendChart } from './trend-chart';
import { trendPoints } from './trend-points';
import { useBehindHref } from './use-behind-href';
import { useMetricsPlace } from './use-metrics-place';

const timed = [
  'first_reply_assistant',
  'first_reply_agents',
  'wait_for_agents',
  'resolution_time_assistant',
  'resolution_time_agents',
];
const working = ['first_reply_working', 'wait_working', 'resolution_time_working'];
const withNinety = (keys: readonly string[]) => keys.flatMap((key) => [key, `${key}_p90`]);
const measures = [
  ...['conversations', 'handle_time_agents', 'handle_time_assistant', 'handle_time'],
  ...withNinety(timed),
];

/** How soon: first reply, resolution and handle time, medians and nine in ten, the assistant and agents apart. */
export function SpeedPage() {
  const { period, filters } = askedOf(useMetricsPlace());
  const { workingHours } = useCounting();
  const figures = useMetrics({ measures: workingHours ? [...measures, ...withNinety(working)] : measures });
  const heat = useFigures('/api/metrics/heat', heatAnswerSchema, { period, filters });
  const failed = [figures, heat].find(({ error, data }) => error && !data);
  return (
    <MetricsPage title="Speed">
      {failed || !figures.data || !heat.data ? (
        <FiguresAwaited query={failed ?? figures}>
          <PageSkeleton />
        </FiguresAwaited>
      ) : (
        <Speed answer={figures.data} heat={heat.data} />
      )}
    </MetricsPage>
  );
}

function Speed({ answer, heat }: { answer: MetricsAnswer; heat: HeatAnswer }) {
  const behind = useBehindHref();
  const { workingHours } = useCounting();
  const told = tellPage('speed', { answer, narrowed: false });
  const pair = namePair(answer.period, answer.previousPeriod);
  const of = (key: string): MeasureAnswer => answer.measures[key]!;
  const [shows, setShows] = useState<'came' | 'reply'>('came');
  const previousName = answer.previousPeriod ? pair.before : undefined;
  const came = of('conversations').total.value ?? 0;
  const trend = (key: string, tone: 'people' | 'assistant') => (
    <TrendChart
      label={of(key).name}
      unit="milliseconds"
      tone={tone}
      zero
      name={pair.now}
      previousName={previousName}
      target={of(key).target}
      points={trendPoints(answer, key, behind)}
    />
  );
  const byValue = (
    <ByValueTable
      title="By team, channel and intent"
      by={['team', 'channel', 'intent', 'language', 'customerTier']}
      measures={[
        ...['first_reply_agents', 'first_reply_agents_p90', ...(workingHours ? ['first_reply_working'] : [])],
        ...['resolution_time_agents', 'resolution_time_agents_p90', 'handle_time_agents', 'resolution_time_assistant'],
      ]}
      heads={{
        first_reply_agents: 'First reply',
        first_reply_agents_p90: 'Nine in ten',
        first_reply_working: 'Working hours',
        resolution_time_agents: 'Resolution',
        resolution_time_agents_p90: 'Nine in ten of these',
        handle_time_agents: 'Handle time',
        resolution_time_assistant: 'Assistant alone',
      }}
    />
  );
  return (
    <Figures
      tables={[
        measureTable('Times', Object.values(answer.measures).slice(1), (measure) => behind({ measure, counted: 'of' })),
        seriesTable('Over time', answer, [...pageTiles.speed, 'first_reply_agents_p90']),
        {
          title: 'By weekday and hour',
          says: heat.timeZone,
          heads: ['Hour', 'Came', 'First reply by agents, median', 'Replies'],
          rows: heat.cells.map((cell) => [
            nameHour(cell),
            { says: cell.came.toLocaleString('en'), value: cell.came },
            { says: formatFigure('milliseconds', cell.firstReply), value: cell.firstReply },
            { says: cell.replies.toLocaleString('en'), value: cell.replies },
          ]),
        },
      ]}
      more={byValue}
    >
      <Headline says={told.says} more={told.more} />
      <FigureTiles
        tiles={told.tiles.map(({ measure, label }) => ({
          measure,
          label,
          tone: measure.key.endsWith('assistant') ? 'assistant' : 'people',
          href: behind({ measure: measure.key, counted: 'of' }),
        }))}
      />
      {came === 0 ? (
        <NothingCounted title="Nothing came in during these days." />
      ) : (
        <>
          <div className={`${bandColumns} pt-5 pb-4`}>
            <ChartSection title="First reply by agents" says={`Median by ${answer.granularity} it came in`}>
              {trend('first_reply_agents', 'people')}
            </ChartSection>
            <ChartSection title="Until it was solved, with agents" says={`Median by ${answer.granularity} it came in`}>
              {trend('resolution_time_agents', 'people')}
            </ChartSection>
            <ChartSection title="Assistant and agents, apart" says="Median, and what nine in ten stay below">
              <TimesTable answer={answer} behind={behind} />
            </ChartSection>
          </div>
          <Band>
            <ChartSection
              title={
                shows === 'came' ? sayBusiest(heat.cells) : 'How long customers wait for an agent, by when they come'
              }
              says={
                shows === 'came'
                  ? `Conversations by weekday and hour, ${heat.timeZone}`
                  : `Median first reply of agents by weekday and hour, ${heat.timeZone}`
              }
            >
              <div className="mb-3">
                <Segments
                  label="What the hours show"
                  options={[
                    ['came', 'Came in'],
                    ['reply', 'First reply'],
                  ]}
                  chosen={shows}
                  onChoose={setShows}
                />
              </div>
              <HeatMap
                label={shows === 'came' ? 'Conversations by weekday and hour' : 'First reply by weekday and hour'}
                tone={shows === 'came' ? 'people' : 'attention'}
                cells={heat.cells.map((cell) => ({
                  ...cell,
                  value: shows === 'came' ? cell.came : cell.firstReply,
                  title:
                    shows === 'came'
                      ? `${nameHour(cell)}: ${cell.came.toLocaleString('en')} came in`
                      : `${nameHour(cell)}: ${formatFigure('milliseconds', cell.firstReply)}, ${cell.replies.toLocaleString('en')} replies`,
                }))}
              />
            </ChartSection>
          </Band>
          <Band>{byValue}</Band>
        </>
      )}
    </Figures>
  );
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const nameHour = ({ weekday, hour }: { weekday: number; hour: number }) =>
  `${weekdays[weekday - 1]} ${String(hour).padStart(2, '0')}:00`;
