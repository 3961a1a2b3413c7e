import { may, type PersonActor } from '../auth/permissions';
import { readPerson } from '../auth/read-person';
import type { FigurePage } from '../format/figure-pages';
import { type Comparison, chooseComparison, choosePeriod } from '../format/period';
import { type Told, tellPage, toldMeasures } from '../format/tell-page';
import { listMetricValues } from '../metrics/list-metric-values';
import type { Period } from '../metrics/metric.schema';
import type { Counting, MetricValues } from '../metrics/metric-frame.schema';
import { readCounting } from '../metrics/read-counting';
import { readFlow } from '../metrics/read-flow';
import { readMetrics } from '../metrics/read-metrics';
import { readTeam } from '../metrics/read-team';
import { db, type Tx } from '../platform/db';
import type { ReportView, WhyNot } from './report.schema';

/** What a report says now. */
export type ToldReport = Told & {
  period: Period;
  previous: Period | null;
  comparison: Comparison;
  counting: Counting;
  values: MetricValues;
};

/** The owner as they may act now; why not where they may not. */
export async function findOwner(ownerId: string, tx: Tx = db()): Promise<PersonActor | WhyNot> {
  const found = await readPerson(ownerId, tx);
  if (!found) return 'owner_gone';
  return may(found.actor, 'metrics.read') ? found.actor : 'owner_may_not';
}

/** Reads what the page would show to this person now: its sentence and its six measures, of the days as they are today. */
export async function tellReport(owner: PersonActor, page: FigurePage, view: ReportView): Promise<ToldReport> {
  const [counting, values] = await Promise.all([readCounting(), listMetricValues()]);
  const period = typeof view.days === 'string' ? choosePeriod(view.days, counting.today) : view.days;
  const previous = chooseComparison(view.comparison, period, counting.since);
  const { filters } = view;
  const asked = { period, compare: previous ?? ('none' as const), filters };
  const [answer, flow, team] = await Promise.all([
    readMetrics(owner, {
      ...{ ...asked, measures: toldMeasures(page), granularity: 'period' },
      ...(page === 'team' ? { by: 'agent' } : {}),
    }),
    page === 'overview' || page === 'resolution' ? readFlow(owner, { period, filters }) : undefined,
    page === 'team' ? readTeam(owner, asked) : undefined,
  ]);
  const narrowed = Object.keys(filters).length > 0;
  return {
    ...tellPage(page, { answer, flow, team, narrowed }),
    ...{ period, previous, comparison: view.comparison, counting, values },
  };
}
