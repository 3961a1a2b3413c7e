'use client';

import { formatFigure } from '@/lib/format/format-figure';
import { addDays, mondayOf, namePair, namePrevious } from '@/lib/format/period';
import { sayContent, sayCostTrend, sayReasons } from '@/lib/format/say-overview';
import { sayFlow } from '@/lib/format/say-resolution';
import { pageTiles, tellPage } from '@/lib/format/tell-page';
import type { FlowAnswer, MeasureAnswer, MetricsAnswer } from '@/lib/metrics/metric.schema';
import { CompareTable } from './compare-table';
import { costMeasures, costSeries, readCost, stackPerVerified } from './cost-weeks';
import { FigureTiles } from './figure-tile';
import { FlowChart } from './flow-chart';
import { ReasonsSection, readReasons, reasonMeasures, reasonTable } from './handoff-reasons';
import { measureTable, seriesTable } from './measure-tables';
import type { TableData } from './metric-table';
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
import { useMetrics } from './queries';
import { StackedBars } from './stacked-bars';
import { TrendChart } from './trend-chart';
import { trendPoints } from './trend-points';
import { type Behind, useBehindHref } from './use-behind-href';
import { useFlow, useFlowParts } from './use-flow';
import { useMetricsPlace } from './use-metrics-place';

const tiles = pageTiles.overview;
const sides: [string, string, string | null][] = [
  ['First reply, median', 'first_reply_assistant', 'first_reply_agents'],
  ['Resolution, median', 'resolution_time_assistant', 'resolution_time_agents'],
  ['Handle time', 'handle_time_assistant', 'handle_time_agents'],
  ['CSAT', 'csat_assistant', 'csat_agents'],
  ['First contact', 'first_contact_assistant', 'first_contact_agents'],
  ['Found right in review', 'right', null],
];
const measures = [
  ...tiles,
  ...['conversations', 'closed', 'closed_assistant', 'closed_agents', 'response_rate', 'handed_over'],
  ...sides.flatMap(([, assistant, agents]) => (agents ? [assistant, agents] : [assistant])),
  ...reasonMeasures,
];
/** Bars of cost: so many weeks, the last one that of the period's end. */
const weeksShown = 6;

/** What the desk came to: the headline, six measures, where everything ended, and why. */
export function OverviewPage() {
  const { period } = useMetricsPlace();
  const figures = useMetrics({ measures });
  const flow = useFlow();
  const weeks = useMetrics({
    measures: costMeasures,
    granularity: 'week',
    period: { from: addDays(mondayOf(period.to), -7 * (weeksShown - 1)), to: period.to },
  });
  const failed = [figures, flow, weeks].find(({ error, data }) => error && !data);
  return (
    <MetricsPage title="Overview">
      {failed || !figures.data || !flow.data || !weeks.data ? (
        <FiguresAwaited query={failed ?? figures}>
          <PageSkeleton />
        </FiguresAwaited>
      ) : (
        <Overview answer={figures.data} flow={flow.data} weeks={weeks.data} />
      )}
    </MetricsPage>
  );
}

type Props = { answer: MetricsAnswer; flow: FlowAnswer; weeks: MetricsAnswer };

function Overview({ answer, flow, weeks }: Props) {
  const behind = useBehindHref();
  const { nodes, links, table } = useFlowParts(flow);
  const than = answer.previousPeriod ? namePrevious(answer.previousPeriod, answer.period) : null;
  const of = (key: string): MeasureAnswer => answer.measures[key]!;
  const closed = of('closed').total.value ?? 0;
  const handedOver = readReasons(answer);
  const cost = readCost(weeks);
  const told = tellPage('overview', { answer, flow, narrowed: false });
  const tables: TableData[] = [
    measureTable('Measures', tiles.map(of), (measure) => behind({ measure, counted: 'of' })),
    table,
    sidesTable(answer, behind),
    seriesTable('CSAT over time', answer, ['csat']),
    seriesTable('Cost by week', weeks, [...costSeries.map(({ key }) => key), 'cost_per_verified']),
    reasonTable(handedOver, behind),
  ];
  return (
    <Figures tables={tables}>
      <Headline says={told.says} more={told.more} />
      <FigureTiles
        tiles={told.tiles.map(({ measure, label }) => ({
          measure,
          label,
          tone: measure.key === 'verified_resolution' ? 'assistant' : 'people',
          href: behind({ measure: measure.key, counted: measure.key === 'verified_resolution' ? 'in' : 'of' }),
        }))}
      />
      {closed === 0 ? (
        <NothingCounted title="Nothing was closed in these days." />
      ) : (
        <>
          <div className={`${bandColumns} pt-5 pb-4`}>
            <ChartSection
              title="Where every conversation ended"
              says={sayFlow(flow)}
              className="desk:col-span-2 desk:pr-4"
            >
              <FlowChart
                label="From channel to end"
                heads={['Came in by', 'Held to the end by', 'Ended as']}
                nodes={nodes}
                links={links}
              />
            </ChartSection>
            <ChartSection title="Assistant and agents, apart" says="The assistant is never counted as an agent.">
              <CompareTable rows={compareRows(answer, behind)} />
            </ChartSection>
          </div>
          <Band className={bandColumns}>
            <ContentSection answer={answer} than={than} behind={behind} />
            <ChartSection title={sayCostTrend(cost)} says={sayWeeks(cost)}>
              <StackedBars
                label="What a verified resolution cost, by week"
                stacks={stackPerVerified(cost, weeks.timeZone)}
                series={costSeries}
                unit="micros"
                target={of('cost_per_verified').target}
              />
            </ChartSection>
            <ReasonsSection title={sayReasons(handedOver)} reasons={handedOver} behind={behind} />
          </Band>
        </>
      )}
    </Figures>
  );
}

function ContentSection({ answer, than, behind }: { answer: MetricsAnswer; than: string | null; behind: Behind }) {
  const { csat, response_rate: rate } = answer.measures as Record<string, MeasureAnswer>;
  const pair = namePair(answer.period, answer.previousPeriod);
  return (
    <ChartSection
      title={sayContent(csat!, than)}
      says={`CSAT by ${answer.granularity}, ${rate?.total.value ? `${Math.round(rate.total.value * 100)}%` : 'nobody'} answered`}
    >
      <TrendChart
        label={`CSAT by ${answer.granularity}`}
        unit="share"
        name={pair.now}
        previousName={answer.previousPeriod ? pair.before : undefined}
        target={csat!.target}
        points={trendPoints(answer, 'csat', behind)}
      />
    </ChartSection>
  );
}

function compareRows({ measures: found }: MetricsAnswer, behind: Behind) {
  const cell = (key: string | null) => {
    const measure = key ? found[key] : undefined;
    if (!measure) return { says: '–', title: 'Not measured for agents' };
    return {
      says: formatFigure(measure.unit, measure.total.value),
      title: `${measure.says} Measured on ${measure.total.n.toLocaleString('en')}.`,
      href: behind({ measure: measure.key, counted: 'of' }),
    };
  };
  return [
    { name: 'Closed', assistant: cell('closed_assistant'), agents: cell('closed_agents') },
    ...sides.map(([name, assistant, agents]) => ({ name, assistant: cell(assistant), agents: cell(agents) })),
  ];
}

function sidesTable(answer: MetricsAnswer, behind: Behind): TableData {
  const value = (key: string | null) => (key ? (answer.measures[key]?.total.value ?? null) : null);
  return {
    title: 'Assistant and agents, apart',
    heads: ['Figure', 'Assistant', 'Agents'],
    rows: compareRows(answer, behind).map(({ name, assistant, agents }, at) => {
      const [, one, other] = at === 0 ? ['', 'closed_assistant', 'closed_agents'] : sides[at - 1]!;
      return [name, { ...assistant, value: value(one) }, { ...agents, value: value(other) }];
    }),
  };
}

function sayWeeks(weeks: ReturnType<typeof readCost>): string {
  const known = weeks.filter(({ perVerified }) => perVerified !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return 'People, models, channels and platform by week';
  return `By week, from ${formatFigure('micros', first.perVerified)} to ${formatFigure('micros', last.perVerified)}`;
}
