'use client';

import { namePair, namePrevious } from '@/lib/format/period';
import { sayRecommend, sayScores } from '@/lib/format/say-satisfaction';
import { pageTiles, tellPage } from '@/lib/format/tell-page';
import type { MeasureAnswer, MetricsAnswer } from '@/lib/metrics/metric.schema';
import { ByValueTable } from '../by-value-table';
import { CompareTable } from '../compare-table';
import { FigureTiles } from '../figure-tile';
import { measureTable, seriesTable } from '../measure-tables';
import type { TableData } from '../metric-table';
import {
  Band,
  bandColumns,
  ChartSection,
  Figures,
  FiguresAwaited,
  Headline,
  MetricsPage,
  PageSkeleton,
} from '../metrics-page';
import { NothingCounted } from '../nothing-counted';
import { useMetrics } from '../queries';
import { ShareBars } from '../share-bars';
import { TrendChart } from '../trend-chart';
import { trendPoints } from '../trend-points';
import { type Behind, useBehindHref } from '../use-behind-href';
import { ApartSection } from './apart-section';
import { CommentsSection } from './comments-section';
import { ScoreColumns } from './score-columns';
import { compareSides } from './sides';

const tiles = pageTiles.satisfaction;
const ratings = [1, 2, 3, 4, 5].map((score) => `rating_${score}`);
const scores = Array.from({ length: 11 }, (_, score) => `nps_${score}`);
const measures = [
  ...tiles,
  ...['closed', 'response_rate', 'nps_promoters', 'nps_passives', 'nps_detractors'],
  ...['first_contact_assistant', 'first_contact_agents', 'closed_assistant', 'closed_agents'],
  ...ratings,
  ...scores,
];

/** How content customers are, where, and in their words. */
export function SatisfactionPage() {
  const figures = useMetrics({ measures });
  return (
    <MetricsPage title="Customer satisfaction">
      {!figures.data ? (
        <FiguresAwaited query={figures}>
          <PageSkeleton />
        </FiguresAwaited>
      ) : (
        <Satisfaction answer={figures.data} />
      )}
    </MetricsPage>
  );
}

function Satisfaction({ answer }: { answer: MetricsAnswer }) {
  const behind = useBehindHref();
  const of = (key: string): MeasureAnswer => answer.measures[key]!;
  const than = answer.previousPeriod ? namePrevious(answer.previousPeriod, answer.period) : null;
  const told = tellPage('satisfaction', { answer, narrowed: false });
  const pair = namePair(answer.period, answer.previousPeriod);
  const rated = ratings.map((key) => of(key).total.value ?? 0);
  const said = scores.map((key) => of(key).total.value ?? 0);
  const none = of('csat').total.n === 0 && of('nps').total.n === 0;
  const trend = { name: pair.now, previousName: answer.previousPeriod ? pair.before : undefined };
  const tables: TableData[] = [
    measureTable('Measures', [...tiles, 'nps_promoters', 'nps_detractors'].map(of), (measure) =>
      behind({ measure, counted: 'of' }),
    ),
    seriesTable('Over time', answer, ['csat', 'csat_response_rate', 'nps']),
    scoreTable('Ratings', answer, ratings, behind),
    scoreTable('Whether they would recommend you', answer, scores, behind),
  ];
  return (
    <Figures
      tables={tables}
      more={
        <ByValueTable
          title="By channel, intent, tier and team"
          by={['channel', 'intent', 'customerTier', 'team', 'language']}
          measures={['csat', 'csat_response_rate', 'nps']}
          heads={{ csat_response_rate: 'Rated of asked' }}
          measuredOn={{ csat: 'Ratings', nps: 'Answers' }}
        />
      }
    >
      <Headline says={told.says} more={told.more} />
      <FigureTiles
        tiles={told.tiles.map(({ measure, label }) => ({
          measure,
          label,
          tone: measure.key === 'csat_assistant' ? 'assistant' : 'people',
          href: behind({ measure: measure.key, counted: 'of' }),
        }))}
      />
      {none ? (
        <NothingCounted title="Nobody was heard in these days.">
          Customers rate at the end of a chat. Settings → Surveys asks the others, and whether they would recommend you.
        </NothingCounted>
      ) : (
        <>
          <div className={`${bandColumns} pt-5 pb-4`}>
            <ChartSection title="CSAT" says={`Ratings of 4 and 5 by ${answer.granularity}`}>
              <TrendChart
                {...trend}
                label={`CSAT by ${answer.granularity}`}
                unit="share"
                target={of('csat').target}
                points={trendPoints(answer, 'csat', behind)}
              />
            </ChartSection>
            <ChartSection
              title={sayRecommend(
                { nps: of('nps'), promoters: of('nps_promoters'), detractors: of('nps_detractors') },
                than,
              )}
              says={`NPS by ${answer.granularity}: promoters less detractors`}
            >
              {of('nps').total.n > 0 ? (
                <TrendChart
                  {...trend}
                  label={`NPS by ${answer.granularity}`}
                  unit="points"
                  target={of('nps').target}
                  points={trendPoints(answer, 'nps', behind)}
                />
              ) : (
                <p className="py-6 text-ink-3">
                  Settings → Surveys asks customers on a schedule. Answers appear here within seconds.
                </p>
              )}
            </ChartSection>
            <ChartSection title="Assistant and agents, apart" says="The assistant is never counted as an agent.">
              <CompareTable rows={compareSides(answer, behind)} />
            </ChartSection>
          </div>
          <Band className={bandColumns}>
            <ChartSection title={sayScores(rated)} says={`${sum(rated).toLocaleString('en')} ratings of 1 to 5`}>
              {sum(rated) > 0 ? (
                <ShareBars tone="people" bars={scoreBars(answer, ratings.toReversed(), behind)} />
              ) : (
                <p className="py-3 text-ink-3">Nobody has rated yet.</p>
              )}
            </ChartSection>
            <ChartSection title="Who would recommend you" says={`${sum(said).toLocaleString('en')} answers of 0 to 10`}>
              {sum(said) > 0 ? (
                <ShareBars tone="people" bars={recommendBars(answer, behind)} />
              ) : (
                <p className="py-3 text-ink-3">Nobody has answered yet.</p>
              )}
            </ChartSection>
            <ChartSection title="Each answer from 0 to 10" says="As they were given">
              <ScoreColumns answer={answer} behind={behind} />
            </ChartSection>
          </Band>
          <Band>
            <ApartSection />
          </Band>
        </>
      )}
      <Band>
        <CommentsSection />
      </Band>
    </Figures>
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

function scoreBars({ measures: found }: MetricsAnswer, keys: readonly string[], behind: Behind) {
  const counts = keys.map((key) => found[key]?.total.value ?? 0);
  const all = sum(counts);
  return keys.map((key, at) => ({
    key,
    name: `${key.split('_')[1]} of 5`,
    count: counts[at]!,
    share: all === 0 ? 0 : counts[at]! / all,
    href: behind({ measure: key }),
  }));
}

function recommendBars({ measures: found }: MetricsAnswer, behind: Behind) {
  const all = found.nps?.total.n ?? 0;
  const [promoters, detractors] = ['nps_promoters', 'nps_detractors'].map((key) =>
    Math.round((found[key]?.total.value ?? 0) * all),
  ) as [number, number];
  const passives = all - promoters - detractors;
  return [
    {
      key: 'promoters',
      name: 'Promoters, 9 and 10',
      count: promoters,
      share: promoters / all,
      href: behind({ measure: 'nps_promoters' }),
    },
    {
      key: 'passives',
      name: 'Neither, 7 and 8',
      count: passives,
      share: passives / all,
      href: behind({ measure: 'nps_passives' }),
    },
    {
      key: 'detractors',
      name: 'Detractors, to 6',
      count: detractors,
      share: detractors / all,
      href: behind({ measure: 'nps_detractors' }),
    },
  ];
}

function scoreTable(title: string, answer: MetricsAnswer, keys: readonly string[], behind: Behind): TableData {
  return {
    title,
    heads: ['Score', 'Answers'],
    rows: keys.map((key) => {
      const value = answer.measures[key]?.total.value ?? 0;
      return [String(key.split('_')[1]), { says: value.toLocaleString('en'), value, href: behind({ measure: key }) }];
    }),
  };
}
