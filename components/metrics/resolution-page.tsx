'use client';

import { sayFlow } from '@/lib/format/say-resolution';
import { shareOut } from '@/lib/format/share-out';
import { tellPage } from '@/lib/format/tell-page';
import type { FlowAnswer, MeasureAnswer, MetricsAnswer } from '@/lib/metrics/metric.schema';
import { ByValueTable } from './by-value-table';
import { FlowChart } from './flow-chart';
import { labelStart, measureTable, nameStart, seriesTable } from './measure-tables';
import { Band, ChartSection, Figures, FiguresAwaited, Headline, MetricsPage, PageSkeleton } from './metrics-page';
import { NothingCounted } from './nothing-counted';
import { NumberList } from './number-list';
import { useMetrics } from './queries';
import { ShareBars } from './share-bars';
import { type Stack, StackedBars } from './stacked-bars';
import { useBehindHref } from './use-behind-href';
import { ends, useFlow, useFlowParts } from './use-flow';

const classes = ['verified', 'assumed', 'agent', 'abandoned'] as const;
const classMeasures = classes.map((key) => ends[key].measure);
const measures = [
  ...classMeasures,
  ...['conversations', 'closed', 'deflection', 'containment', 'reopened', 'recontact', 'transferred', 'handed_over'],
];

/** How every conversation ended: four classes that sum to all, what is open apart, over time and by everything. */
export function ResolutionPage() {
  const figures = useMetrics({ measures });
  const flow = useFlow();
  const failed = [figures, flow].find(({ error, data }) => error && !data);
  return (
    <MetricsPage title="Resolution ledger">
      {failed || !figures.data || !flow.data ? (
        <FiguresAwaited query={failed ?? figures}>
          <PageSkeleton tiles={4} />
        </FiguresAwaited>
      ) : (
        <Resolution answer={figures.data} flow={flow.data} />
      )}
    </MetricsPage>
  );
}

function Resolution({ answer, flow }: { answer: MetricsAnswer; flow: FlowAnswer }) {
  const behind = useBehindHref();
  const { nodes, links, table } = useFlowParts(flow);
  const told = tellPage('resolution', { answer, flow, narrowed: false });
  const of = (key: string): MeasureAnswer => answer.measures[key]!;
  const shares = shareOut(flow.ends.map(({ count }) => count));
  const stacks = stackClasses(answer);
  const numbers = ['deflection', 'containment', 'recontact', 'reopened', 'transferred', 'handed_over'];
  const byValue = (
    <ByValueTable
      title="By channel, intent and team"
      measures={['closed', ...classMeasures, 'reopened']}
      by={['channel', 'intent', 'team', 'language', 'customerTier']}
    />
  );
  return (
    <Figures
      tables={[
        table,
        measureTable('Beside the classes', numbers.map(of), (measure) => behind({ measure })),
        seriesTable('Classes over time', answer, classMeasures),
      ]}
      more={byValue}
    >
      <Headline says={told.says} more={told.more} />
      {flow.closed === 0 ? (
        <NothingCounted title="Nothing was closed in these days." />
      ) : (
        <>
          <Band className="grid grid-cols-[360fr_768fr] gap-x-8 gap-y-6 max-desk:grid-cols-1">
            <ChartSection title="Four classes, 100%" says={`${flow.closed.toLocaleString('en')} closed conversations`}>
              <ClassLine counts={flow.ends} />
              <ShareBars
                bars={flow.ends.map(({ key, count }, at) => ({
                  ...{ key, count, share: shares[at] ?? 0, name: classNames[key], colour: ends[key].colour },
                  href: behind({ measure: ends[key].measure }),
                }))}
                digits={1}
              />
              <NumberList rows={numbers.map((key) => ({ measure: of(key), href: behind({ measure: key }) }))} />
            </ChartSection>
            <ChartSection title="From channel to end" says={sayFlow(flow)}>
              <FlowChart
                label="From channel to end"
                heads={['Came in by', 'Held to the end by', 'Ended as']}
                nodes={nodes}
                links={links}
                height={340}
              />
            </ChartSection>
          </Band>
          <Band>
            <ChartSection
              title="The classes over time"
              says={`Share of what was closed, by ${answer.granularity} it came in`}
            >
              <StackedBars
                label={`Classes by ${answer.granularity}`}
                stacks={stacks}
                series={classes.map((key) => ({ key, name: ends[key].name, colour: ends[key].colour }))}
                unit="share"
                whole
                height={220}
              />
            </ChartSection>
          </Band>
          <Band>{byValue}</Band>
        </>
      )}
    </Figures>
  );
}

const classNames: Record<(typeof classes)[number], string> = {
  verified: 'Verified',
  assumed: 'Assumed',
  agent: 'By agents',
  abandoned: 'Abandoned',
};

/** All that was closed as one line in its four parts. */
function ClassLine({ counts }: { counts: FlowAnswer['ends'] }) {
  return (
    <div aria-hidden className="mt-1 mb-2 flex h-3 gap-px overflow-hidden rounded-[3px]">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ key, count }) => (
          <span
            key={key}
            style={{ flexGrow: count, background: `var(${ends[key].colour})` }}
            className="min-w-0.5 basis-0"
          />
        ))}
    </div>
  );
}

/** Shares of the classes in each bucket; one in which nothing was closed has no bar. */
function stackClasses(answer: MetricsAnswer): Stack[] {
  return answer.starts.map((start, at) => ({
    label: labelStart(start, answer),
    title: `${nameStart(start, answer)}, ${(answer.measures.closed?.series[at]?.value ?? 0).toLocaleString('en')} closed`,
    values: Object.fromEntries(
      classes.map((key) => [key, answer.measures[ends[key].measure]?.series[at]?.value ?? null]),
    ),
  }));
}
