'use client';

import { TriangleAlert } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { formatFigure } from '@/lib/format/format-figure';
import { type EscalationView, escalationViewSchema } from '@/lib/levels/level.schema';
import {
  type ConfidenceAnswer,
  confidenceAnswerSchema,
  type MeasureAnswer,
  type MetricsAnswer,
} from '@/lib/metrics/metric.schema';
import { CalibrationChart } from './calibration-chart';
import { FigureTiles } from './figure-tile';
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
import { nameValue } from './name-value';
import { NothingCounted } from './nothing-counted';
import { readReasons, reasons, shareBars, trendPoints } from './overview-page';
import { namePair, namePrevious } from './period';
import { askedOf } from './place';
import { useFigures, useMetrics, useMetricValues } from './queries';
import { sayCalibration, sayCarried, sayCarriedMore, sayPassedOn } from './say-assistant';
import { ShareBars } from './share-bars';
import { StackedBars, type StackSeries } from './stacked-bars';
import { TrendChart } from './trend-chart';
import { type BehindAsked, useBehindHref } from './use-behind-href';
import { useMetricsPlace } from './use-metrics-place';

const tiles = ['verified_resolution', 'containment', 'deflection', 'coverage', 'error_rate', 'wrong'];
const tiers: StackSeries[] = [
  { key: 'autonomous', name: 'By itself', colour: '--chart-2' },
  { key: 'reviewed', name: 'Reviewed', colour: '--chart-6' },
  { key: 'escalated', name: 'Passed on', colour: '--chart-1' },
];
const measures = [...tiles, 'turns', ...tiers.map(({ key }) => key), 'turn_time', 'turn_time_p90', ...reasons];
const ofIntents = ['turns', 'coverage', 'escalated', 'wrong', 'turn_time'];
/** Fewer reviewed turns of an intent say nothing about its error. */
const fewestReviewed = 20;
const intentsShown = 24;

type Behind = (asked: BehindAsked) => string;

/** What the assistant carries alone, how honest its confidence is, and what it passes on. */
export function AssistantPage() {
  const { period, filters } = askedOf(useMetricsPlace());
  const figures = useMetrics({ measures });
  const byIntent = useMetrics({ measures: ofIntents, by: 'intent', compare: 'none' });
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
  const intents = useIntents(byIntent, behind);
  const than = answer.previousPeriod ? namePrevious(answer.previousPeriod, answer.period) : null;
  const pair = namePair(answer.period, answer.previousPeriod);
  const of = (key: string): MeasureAnswer => answer.measures[key]!;
  const handedOver = readReasons(answer);
  const tables: TableData[] = [
    measureTable('Measures', [...tiles, 'turns', 'turn_time', 'turn_time_p90'].map(of), (measure) =>
      behind({ measure, counted: 'of' }),
    ),
    seriesTable('Turns over time', answer, ['turns', ...tiers.map(({ key }) => key), 'coverage']),
    calibrationTable(confidence),
    intents.table,
    {
      title: 'Handoffs by first reason',
      heads: ['Reason', 'Conversations'],
      rows: handedOver.map(({ key, name, count }) => [
        name,
        { says: count.toLocaleString('en'), value: count, href: behind({ measure: key }) },
      ]),
    },
  ];
  return (
    <Figures tables={tables}>
      <Headline
        says={sayCarried(of('coverage'), of('wrong'))}
        more={sayCarriedMore(of('coverage'), of('wrong'), than)}
      />
      <FigureTiles
        tiles={tiles.map((key) => ({
          measure: of(key),
          tone: 'assistant' as const,
          href: behind({ measure: key, counted: of(key).better === 'up' ? 'of' : 'in' }),
        }))}
      />
      {of('turns').total.n === 0 ? (
        <NothingCounted title="The assistant had no turns in these days." />
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
            <ChartSection
              title="Why it passed conversations on"
              says={`${handedOver.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')} handoffs by first reason`}
            >
              {handedOver.length > 0 ? (
                <ShareBars bars={shareBars(handedOver, behind, 6)} />
              ) : (
                <p className="py-3 text-ink-3">Nothing was handed over in these days.</p>
              )}
            </ChartSection>
          </div>
          <Band className={bandColumns}>
            <ChartSection
              title="Intents by what they ask of it"
              says="By volume; the error is on reviewed turns"
              className="desk:col-span-2 desk:pr-4"
            >
              {intents.shown}
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

/** A dash and how many are missing, rather than a share of a handful. */
function EscalationList({ escalation }: { escalation: EscalationView }) {
  const rows: [string, string, number | null, number][] = [
    ['Precision', 'Passed on and needed ÷ passed on', escalation.precision, escalation.judgedEscalated],
    ['Recall', 'Needed and passed on ÷ needed', escalation.recall, escalation.judgedOthers],
  ];
  return (
    <table className="w-full text-left">
      <tbody>
        {rows.map(([name, title, value, judged]) => (
          <tr key={name} className="h-8 border-t border-line">
            <th scope="row" className="font-text text-ink-2" title={title}>
              {name}
            </th>
            <td className="text-right text-meta text-ink-3 tabular-nums">{judged.toLocaleString('en')} judged</td>
            <td className="w-20 text-right font-medium tabular-nums">{formatFigure('share', value)}</td>
          </tr>
        ))}
        {escalation.waiting > 0 && (
          <tr className="h-8 border-t border-line">
            <td colSpan={3}>
              <Link href="/metrics/levels" className="text-accent-text hover:underline">
                {escalation.waiting === 1
                  ? 'One sample waits'
                  : `${escalation.waiting.toLocaleString('en')} samples wait`}{' '}
                to be judged
              </Link>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Each intent with what it carries alone and how often it is wrong; over its target it needs a look. */
function useIntents(answer: MetricsAnswer, behind: Behind) {
  const { data: values } = useMetricValues();
  const target = answer.measures.wrong?.target ?? null;
  const rows = (answer.breakdown ?? [])
    .filter((row) => (row.measures.turns?.total.value ?? 0) > 0)
    .slice(0, intentsShown)
    .map((row) => {
      const total = (key: string) => row.measures[key]?.total ?? { value: null, n: 0 };
      const wrong = total('wrong');
      const filters = { intent: [row.key] };
      return {
        key: row.key,
        name: nameValue('intent', row.key, values),
        error: wrong.n < fewestReviewed ? null : wrong.value,
        reviewed: wrong.n,
        cells: [
          ['turns', 'count', total('turns').value, behind({ measure: 'turns', filters })],
          ['coverage', 'share', total('coverage').value, behind({ measure: 'coverage', filters })],
          ['escalated', 'share', total('escalated').value, behind({ measure: 'escalated', filters })],
          [
            'turn_time',
            'milliseconds',
            total('turn_time').value,
            behind({ measure: 'turn_time', counted: 'of', filters }),
          ],
        ] as const,
        wrongHref: behind({ measure: 'wrong', filters }),
      };
    });
  const table: TableData = {
    title: 'By intent',
    heads: ['Intent', 'Turns', 'Alone', 'Passed on', 'Median time', 'Error', 'Reviewed'],
    rows: rows.map(({ name, cells, error, reviewed, wrongHref }) => [
      name,
      ...cells.map(([, unit, value, href]) => ({ says: formatFigure(unit, value), value, href })),
      { says: formatFigure('share', error), value: error, href: wrongHref },
      { says: reviewed.toLocaleString('en'), value: reviewed },
    ]),
  };
  const shown = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className="overflow-x-auto" tabIndex={0} aria-label="Intents, table">
      <table className="w-full text-left">
        <thead className="text-meta text-ink-3">
          <tr className="h-7">
            {['Intent', 'Turns', 'Alone', 'Passed on', 'Median time', 'Error'].map((head, at) => (
              <th
                key={head}
                scope="col"
                className={`pr-4 font-text whitespace-nowrap last:pr-0 ${at > 0 ? 'text-right' : ''}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, error, reviewed, wrongHref }) => (
            <tr key={key} className="h-8 border-t border-line hover:bg-hover">
              <th scope="row" className="max-w-56 truncate pr-4 font-medium" title={name}>
                {name}
              </th>
              {cells.map(([measure, unit, value, href]) => (
                <td key={measure} className="pr-4 text-right whitespace-nowrap text-ink-2 tabular-nums">
                  <Link href={href} className="rounded-corner-small hover:underline">
                    {formatFigure(unit, value)}
                  </Link>
                </td>
              ))}
              <td
                className="text-right whitespace-nowrap tabular-nums"
                title={
                  error === null ? `${reviewed} reviewed: too few to tell` : `${reviewed.toLocaleString('en')} reviewed`
                }
              >
                {error === null ? (
                  <span className="text-ink-3">–</span>
                ) : (
                  <Link
                    href={wrongHref}
                    className="inline-flex items-center gap-1 rounded-corner-small hover:underline"
                  >
                    {target !== null && error > target && (
                      <TriangleAlert
                        size={13}
                        strokeWidth={1.75}
                        aria-label="Over its target"
                        className="text-attention-text"
                      />
                    )}
                    {formatFigure('share', error)}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
  return { table, shown };
}

function calibrationTable({ bins }: ConfidenceAnswer): TableData {
  const number = (value: number) => ({ says: value.toLocaleString('en'), value });
  return {
    title: 'Said against found',
    says: 'By the twentieth; from and to are what 95 of 100 samples would show',
    heads: ['Confidence', 'Turns', 'Carried', 'Reviewed', 'Right', 'Partly', 'Wrong', 'Said', 'Found', 'From', 'To'],
    rows: bins
      .filter(({ turns }) => turns > 0)
      .map((bin) => [
        `${bin.from.toFixed(2)} to ${bin.to.toFixed(2)}`,
        ...[bin.turns, bin.carried, bin.reviewed, bin.right, bin.partly, bin.wrong].map(number),
        ...[bin.said, bin.found, bin.low, bin.high].map((value) => ({ says: formatFigure('share', value), value })),
      ]),
  };
}
