import { db } from '../platform/db';
import type { ModelChoice } from '../platform/records';
import { decideHealth, newestCalls, type Recent } from './decide-health';
import type { Choice, ProviderView } from './model.schema';
import { endpointFailures, neverLeft, wordFailure } from './name-failure';
import { type Endpoint, environmentEndpoints, environmentId, type Prices } from './read-endpoints';

type Record = Recent & { failures: number; firstMs: number | null; lastFailure: string | null };
type Measured = Pick<ProviderView, 'health' | 'calls' | 'failures' | 'firstMs' | 'lastFailure'>;

/** Whom models are asked of, in that order, and how they did. Keys stay here: only whether there is one is told. */
export async function listProviders(): Promise<ProviderView[]> {
  const [rows, records] = await Promise.all([
    db().modelProvider.findMany({
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
      include: { choices: true },
    }),
    readRecords(),
  ]);
  const own = rows.map(
    ({ id, name, url, key, style, enabled, patienceMs, mostAtOnce, mostPerMinute, choices }): ProviderView => ({
      ...{ id, name, url, style, enabled, patienceMs, mostAtOnce, mostPerMinute },
      hasKey: key !== '',
      choices: Object.fromEntries(choices.map((choice) => [choice.role, choiceOf(choice)])),
      ...measure(records.get(name)),
    }),
  );
  return [...own, ...viewEnvironment().map((one) => ({ ...one, ...measure(records.get(one.name)) }))];
}

/** The endpoint that the environment sets and that has this id in the list. */
export const findInEnvironment = (id: string): Endpoint | null =>
  environmentEndpoints().find((_, at) => idInList(at) === id) ?? null;

/** There may be two of them, and rows need ids of their own. */
const idInList = (at: number): string => (at === 0 ? environmentId : `${environmentId}-${at + 1}`);

const viewEnvironment = (): Omit<ProviderView, keyof Measured>[] =>
  environmentEndpoints().map(({ id: _, key, models, ...endpoint }, at) => ({
    ...endpoint,
    id: idInList(at),
    enabled: true,
    hasKey: key !== '',
    choices: Object.fromEntries(
      Object.entries(models).map(([role, { model, prices }]) => [role, { model, ...inDollars(prices) }]),
    ),
  }));

const choiceOf = ({ model, inputPrice, cachedPrice, outputPrice }: ModelChoice): Choice => ({
  model,
  ...inDollars({ input: Number(inputPrice), cached: Number(cachedPrice), output: Number(outputPrice) }),
});

const inDollars = ({ input, cached, output }: Prices): Prices => ({
  input: input / 1_000_000,
  cached: cached / 1_000_000,
  output: output / 1_000_000,
});

/**
 * What the ledger says of each endpoint, by its name. A call that was held back here says nothing of the endpoint, and one
 * that was stopped here is none of its failures.
 */
async function readRecords(): Promise<Map<string, Record>> {
  const rows = await db().$queryRaw<(Record & { provider: string })[]>`
    WITH hour AS (
      SELECT provider, failure, "firstMs", at, failure IS NOT NULL AND failure <> 'stopped' AS failed,
        row_number() OVER (PARTITION BY provider ORDER BY at DESC, id DESC) AS nth
      FROM "ModelCall"
      WHERE at > clock_timestamp() - interval '1 hour' AND NOT coalesce(failure = ANY(${neverLeft}), false))
    SELECT provider, count(*)::int AS calls, count(*) FILTER (WHERE failed)::int AS failures,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY "firstMs")::float AS "firstMs",
      count(*) FILTER (WHERE nth <= ${newestCalls} AND failure = ANY(${endpointFailures}))::int AS "newestDown",
      count(*) FILTER (WHERE at > clock_timestamp() - interval '15 minutes')::int AS recent,
      count(*) FILTER (WHERE at > clock_timestamp() - interval '15 minutes' AND failed)::int AS "recentFailed",
      (array_agg(failure ORDER BY nth) FILTER (WHERE failed))[1] AS "lastFailure"
    FROM hour GROUP BY provider`;
  return new Map(rows.map((row) => [row.provider, row]));
}

function measure(record: Record | undefined): Measured {
  if (!record) return { health: 'unused', calls: 0, failures: 0, firstMs: null, lastFailure: null };
  const { calls, failures, firstMs, lastFailure } = record;
  return {
    ...{ calls, failures, firstMs: firstMs === null ? null : Math.round(firstMs) },
    health: decideHealth(record),
    lastFailure: lastFailure === null ? null : wordFailure(lastFailure),
  };
}
