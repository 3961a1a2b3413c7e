import { db } from '../platform/db';
import type { ModelSpend, ModelSpendQuery } from './model-spend.schema';
import { neverLeft } from './name-failure';
import { readSpent } from './read-budget';
import { readModelSettings } from './read-settings';

const mostModels = 8;

/** What the ledger of calls comes to between two moments, beside budgets and kept answers as they are now. */
export async function readModelSpend({ from, to }: ModelSpendQuery): Promise<ModelSpend> {
  const [rows, spent, settings, cache] = await Promise.all([
    db().$queryRaw<ModelSpend['byModel']>`
      SELECT model AS name, count(*)::int AS calls, coalesce(sum("costMicros"), 0)::float AS "costMicros" FROM "ModelCall"
      WHERE at >= ${new Date(from)} AND at < ${new Date(to)} AND NOT coalesce(failure = ANY(${[...neverLeft]}), false)
      GROUP BY model ORDER BY 3 DESC, 2 DESC, 1`,
    readSpent(),
    readModelSettings(),
    db().cachedAnswer.aggregate({ _count: true, _sum: { hits: true, savedMicros: true } }),
  ]);
  const limit = (dollars: number | null) => (dollars === null ? null : dollars * 1_000_000);
  return {
    calls: rows.reduce((sum, { calls }) => sum + calls, 0),
    costMicros: rows.reduce((sum, { costMicros }) => sum + costMicros, 0),
    byModel: rows.slice(0, mostModels),
    budgets: {
      day: { spentMicros: spent.day, limitMicros: limit(settings.day) },
      month: { spentMicros: spent.month, limitMicros: limit(settings.month) },
    },
    kept: {
      answers: cache._count,
      hits: cache._sum.hits ?? 0,
      savedMicros: Number(cache._sum.savedMicros ?? 0),
    },
  };
}
