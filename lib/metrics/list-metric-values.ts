import { db } from '../platform/db';
import { cutOf } from './cuts';
import type { Dimension } from './metric.schema';
import type { MetricValues } from './metric-frame.schema';

/** A list that one chooses from; a desk with more of one kind types their names into the address. */
const most = 200;

/** What there is to narrow figures by. Values come from what is summed by the day, where each has few rows. */
export async function listMetricValues(): Promise<MetricValues> {
  const [channel, language, customerTier, intents, teams] = await Promise.all([
    counted('channel'),
    counted('language'),
    counted('customerTier'),
    db().intent.findMany({ select: { key: true, name: true }, orderBy: { name: 'asc' }, take: most }),
    db().team.findMany({
      select: { id: true, name: true, calendar: { select: { timeZone: true } } },
      orderBy: { position: 'asc' },
      take: most,
    }),
  ]);
  const team = teams.map(({ id, name, calendar }) => ({ key: id, name, timeZone: calendar?.timeZone ?? null }));
  return { channel, language, customerTier, intent: intents, team };
}

/** Every value one after the other by the index, however many days there are (a loose index scan). */
async function counted(dimension: Dimension): Promise<string[]> {
  const cut = cutOf([dimension]);
  const rows = await db().$queryRaw<{ slice: string }[]>`
    WITH RECURSIVE found AS (
      (SELECT slice FROM "MetricSum" WHERE grain = 'd' AND cut = ${cut} ORDER BY slice LIMIT 1)
      UNION ALL
      SELECT (SELECT s.slice FROM "MetricSum" s WHERE s.grain = 'd' AND s.cut = ${cut} AND s.slice > found.slice ORDER BY s.slice LIMIT 1)
      FROM found WHERE found.slice IS NOT NULL)
    SELECT slice FROM found WHERE slice <> '' LIMIT ${most}`;
  return rows.map(({ slice }) => slice);
}
