'use client';

import { askedOf } from '@/lib/format/metrics-place';
import { namePair, namePrevious } from '@/lib/format/period';
import { sayCalibration, sayPassedOn } from '@/lib/format/say-assistant';
import { pageTiles, tellPage } from '@/lib/format/tell-page';
import { type EscalationView, escalationViewSchema } from '@/lib/levels/level.schema';
import {
  type ConfidenceAnswer,
  confidenceAnswerSchema,
  type MeasureAnswer,
  type MetricsAnswer,
} from '@/lib/metrics/metric.schema';
import { calibrationTable } from './assistant/calibration-table';
import { EscalationList } from './assistant/escalation-list';
import { IntentTable, intentMeasures, intentTable, useIntents } from './assistant/intent-table';
import { CalibrationChart } from './calibration-chart';
import { FigureTiles } from './figure-tile';
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
import { useFigures, useMetrics } from './queries';
import { StackedBars, type StackSeries } from './stacked-bars';
import { TrendChart } from './trend-chart';
import { trendPoints } from './trend-points';
import { useBehindHref } from './use-behind-href';
import { useMetricsPlace } from './use-metrics-place';

const tiles = pageTiles.assistant;
const tiers: StackSeries[] = [
  { key: 'autonomous', name: 'By itself', colour: '--chart-2' },
  { key: 'reviewed', name: 'Reviewed', colour: '--chart-6' },
  { key: 'escalated', name: 'Passed on', colour: '--chart-1' },
];
const measures = [...tiles, 'turns', ...tiers.map(({ key }) => key), 'turn_time', 'turn_time_p90', ...reasonMeasures];

/** What the assistant carries alone, how honest its confidence is, and what it passes on. */
export function AssistantPage() {
  const { period, filters } = askedOf(useMetricsPlace());
  const figures = useMetrics({ measures });
  const byIntent = useMetrics({ measures: intentMeasures, by: 'intent', compare: 'none' });
  const confidence = useFigures('/api/metrics/confidence', confidenceAnswerSchema, { period, filters });
  const escalation = useFigures('/api/metrics/escalation', escalationViewSchema, {});
  const failed = [figures, byIntent, confidence, escalation].find(({ error, data }) => error && !data);
  return (
    <MetricsPage title="Assistant">
      {failed || !figures.data || !byIntent.data || !confidence.data || !escalation.data ? (
        <FiguresAwaited query={failed ?? figures}>
          <PageSkeleton />
        </FiguresAwaited>
      ) : (
        <Assistant
          answer={figures.data}
          byIntent={byIntent.data}
          confidence={confidence.data}
          escalation={escalation.data}
        />
      )}
    </MetricsPage>
  );
}

type Props = {
  answer: MetricsAnswer;
  byIntent: MetricsAnswer;
  confidence: ConfidenceAnswer;
  escalation: EscalationView;
};

function Assistant({ answer, byIntent, confidence, escalation }: Props) {
  const behind = useBehindHref();
  const intents = useIntents(byIntent);
  const than = answer.previousPeriod ? namePrevious(answer.previousPeriod, answer.period) : null;
  const told = tellPage('assistant', { answer, narrowed: false });
  const pair = namePair(answer.period, answer.previousPeriod);
  const of = (key: string): MeasureAnswer => answer.measures[key]!;
  const handedOver = readReasons(answer);
  const tables: TableData[] = [
    measureTable('Measures', [...tiles, 'turns', 'turn_time', 'turn_time_p90'].map(of), (measure) =>
      behind({ measure, counted: 'of' }),
    ),
    seriesTable('Turns over time', answer, ['turns', ...tiers.map(({ key }) => key), 'coverage']),
    calibrationTable(confidence, behind),
    intentTable(intents),
    reasonTable(handedOver, behind),
  ];
  return (
    <Figures tables={tables}>
      <Headline says={told.says} more={told.more} />
      <FigureTiles
        tiles={tiles.map((key) => ({
          measure: of(key),
          tone: 'assistant' as const,
          href: behind({ measure: key, counted: of(key).better === 'up' ? 'of' : 'in' }),
        }))}
      />
      {of('turns').total.n === 0 ? (
        <NothingCounted title="Nothing to show for these days." />
      ) : (
        <>
          <div className={`${bandColumns} pt-5 pb-4`}>
            <ChartSection
              title={sayCalibration(confidence)}
              says={
                confidence.calibrationError === null
                  ? 'Said against found; none of these turns has a verdict'
                  : `Said against found on ${confidence.reviewed.toLocaleString('en')} reviewed turns; error ${confidence.calibrationError.toFixed(3)}`
              }
            >
              <CalibrationChart bins={confidence.bins} />
            </ChartSection>
            <ChartSection title={sayPassedOn(of('escalated'), than)} says={`Share of turns by ${answer.granularity}`}>
              <StackedBars
                label={`Turns by tier and ${answer.granularity}`}
                unit="share"
                whole
                height={216}
                series={tiers}
                stacks={trendPoints(answer, 'escalated', behind).map(({ label, title, href }, at) => ({
                  ...{ label, title, href },
                  values: Object.fromEntries(tiers.map(({ key }) => [key, of(key).series[at]?.value ?? null])),
                }))}
              />
            </ChartSection>
            <ReasonsSection title="Why it passed conversations on" reasons={handedOver} behind={behind} shown={6} />
          </div>
          <Band className={bandColumns}>
            <ChartSection
              title="Intents by what they ask of it"
              says="By volume; the error is on reviewed turns"
              className="desk:col-span-2 desk:pr-4"
            >
              <IntentTable intents={intents} target={of('wrong').target} />
            </ChartSection>
            <div className="flex flex-col gap-6">
              <ChartSection
                title="Whether it passes on when it should"
                says="On samples of the last 90 days that people judged"
              >
                <EscalationList escalation={escalation} />
              </ChartSection>
              <ChartSection title="Carried end to end" says={`Share of turns by ${answer.granularity}`}>
                <TrendChart
                  label="Automation coverage"
                  unit="share"
                  tone="assistant"
                  height={160}
                  name={pair.now}
                  previousName={answer.previousPeriod ? pair.before : undefined}
                  target={of('coverage').target}
                  points={trendPoints(answer, 'coverage', behind)}
                />
              </ChartSection>
            </div>
          </Band>
        </>
      )}
    </Figures>
  );
}
