import { databaseNow } from '../platform/clock';
import { db, Prisma } from '../platform/db';
import type { Costs } from './model.schema';
import { neverLeft } from './name-failure';

type Row = Costs['byStep'][number];
type Sums = {
  calls: number;
  failures: number;
  costMicros: number;
  turnMicros: number;
  input: number;
  cached: number;
  output: number;
  median: number | null;
  p90: number | null;
};

const mostRows = 12;
/** What was held back before it left is written down for the trace; it is no call of the endpoint. */
const left = Prisma.sql`NOT coalesce(failure = ANY(${[...neverLeft]}), false)`;

/**
 * What models cost in the last so many days (UTC), today among them, added up from each call: the parts make the whole.
 * Per turn: calls made in a turn over the turns that a model had a part in. Per resolution: the same calls over every
 * conversation that closed as the assistant's own, with a model or without, since that is what one pays for.
 */
export async function sumCosts(days: number): Promise<Costs> {
  const since = new Date(await databaseNow());
  since.setUTCHours(0, 0, 0, 0);
  since.setUTCDate(since.getUTCDate() - (days - 1));
  const [sums, reviewed, turns, resolved, byStep, byModel, byIntent, byDay, cache] = await Promise.all([
    sumCalls(since),
    countReviewed(since),
    countTurns(since),
    countResolved(since),
    sumBySteps(since),
    sumByModels(since),
    sumByIntents(since),
    sumByDays(since),
    db().cachedAnswer.aggregate({ _count: true, _sum: { hits: true, savedMicros: true } }),
  ]);
  const { calls, failures, costMicros, turnMicros, input, cached, output, median, p90 } = sums;
  const per = (count: number) => (count === 0 ? null : Math.round(turnMicros / count));
  return {
    ...{ days, calls, failures, costMicros, turns },
    perTurnMicros: per(turns),
    perResolutionMicros: turnMicros === 0 ? null : per(resolved),
    tokens: { input, cached, output },
    firstMs: { median, p90 },
    reviewed,
    cache: {
      answers: cache._count,
      hits: cache._sum.hits ?? 0,
      savedMicros: Number(cache._sum.savedMicros ?? 0),
    },
    ...{ byStep, byModel, byIntent, byDay },
  };
}

async function sumCalls(since: Date): Promise<Sums> {
  const [row] = await db().$queryRaw<Sums[]>`
    SELECT count(*)::int AS calls, count(failure)::int AS failures,
      coalesce(sum("costMicros"), 0)::float AS "costMicros",
      coalesce(sum("costMicros") FILTER (WHERE "turnId" IS NOT NULL), 0)::float AS "turnMicros",
      coalesce(sum("inputTokens"), 0)::float AS input, coalesce(sum("cachedTokens"), 0)::float AS cached,
      coalesce(sum("outputTokens"), 0)::float AS output,
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY "firstMs"))::float AS median,
      round(percentile_cont(0.9) WITHIN GROUP (ORDER BY "firstMs"))::float AS p90
    FROM "ModelCall" WHERE at >= ${since} AND ${left}`;
  return row!;
}

/** By when they were decided: what people say of what a model wrote is the only true measure of what it makes up. */
async function countReviewed(since: Date): Promise<Costs['reviewed']> {
  const [row] = await db().$queryRaw<Costs['reviewed'][]>`
    SELECT count(*)::int AS answers, count(*) FILTER (WHERE cause = 'made_up')::int AS "madeUp" FROM "Review" r
    WHERE r.state = 'done' AND r."decidedAt" >= ${since}
      AND EXISTS (SELECT FROM "ModelCall" c WHERE c."turnId" = r."turnId" AND c.step = 'compose' AND c.failure IS NULL)`;
  return row!;
}

async function countTurns(since: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ turns: number }[]>`
    SELECT count(DISTINCT t.id)::int AS turns FROM "ModelCall" c JOIN "Turn" t ON t.id = c."turnId"
    WHERE c.at >= ${since} AND t.engine <> 'local'`;
  return row!.turns;
}

/**
 * Solved by the assistant: the customer said so (`verified`), or was answered and left it there (`assumed`). What a person
 * solved is `agent`, what the customer gave up is `abandoned`; a reopened one has no resolution until it closes again.
 */
const countResolved = (since: Date): Promise<number> =>
  db().conversation.count({
    where: { state: 'closed', closedAt: { gte: since }, resolution: { in: ['verified', 'assumed'] } },
  });

const sumBySteps = (since: Date) => db().$queryRaw<Row[]>`
  SELECT step AS name, count(*)::int AS calls, sum("costMicros")::float AS "costMicros"
  FROM "ModelCall" WHERE at >= ${since} AND ${left} GROUP BY step ORDER BY 3 DESC, 2 DESC, 1`;

const sumByModels = (since: Date) => db().$queryRaw<Row[]>`
  SELECT model AS name, count(*)::int AS calls, sum("costMicros")::float AS "costMicros"
  FROM "ModelCall" WHERE at >= ${since} AND ${left} GROUP BY model ORDER BY 3 DESC, 2 DESC, 1 LIMIT ${mostRows}`;

/** By the first wish of the turn, since nothing says which of several a call was for. */
const sumByIntents = (since: Date) => db().$queryRaw<Row[]>`
  SELECT coalesce(i.name, 'Not understood') AS name, count(*)::int AS calls, sum(c."costMicros")::float AS "costMicros"
  FROM "ModelCall" c JOIN "Turn" t ON t.id = c."turnId" LEFT JOIN "Intent" i ON i.key = t.intents->0->>'intent'
  WHERE c.at >= ${since} GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1 LIMIT ${mostRows}`;

/** Days without a call are among them, so that a chart has no gaps. */
const sumByDays = (since: Date) => db().$queryRaw<Costs['byDay']>`
  SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(sum(c."costMicros"), 0)::float AS "costMicros"
  FROM generate_series(${since}::timestamptz AT TIME ZONE 'UTC', clock_timestamp() AT TIME ZONE 'UTC', interval '1 day') AS d(day)
  LEFT JOIN "ModelCall" c ON c.at >= d.day AT TIME ZONE 'UTC' AND c.at < (d.day + interval '1 day') AT TIME ZONE 'UTC'
  GROUP BY d.day ORDER BY d.day`;
